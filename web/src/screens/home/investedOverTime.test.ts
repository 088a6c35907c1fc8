import { expect, it } from "vitest";
import { investedOverTime } from "./investedOverTime";

const trade = (date: string, kind: string, amountMinor: number | null) => ({
  date,
  kind,
  amount: amountMinor === null ? null : { amountMinor, currency: "INR" },
});

it("adds what was put in and takes off what was taken out, day by day, in whatever order the rows come", () => {
  const trades = [trade("2026-03-01", "sell", 40), trade("2026-01-05", "buy", 100), trade("2026-01-05", "buy", 11), trade("2026-02-05", "buy", 9)];
  expect(investedOverTime(trades)).toEqual([
    { on: "2026-01-05", minor: 111 },
    { on: "2026-02-05", minor: 120 },
    { on: "2026-03-01", minor: 80 },
  ]);
});

it("leaves out what moves no money, and rows whose amount is not known", () => {
  expect(investedOverTime([trade("2026-01-05", "bonus", 100), trade("2026-01-06", "buy", null)])).toEqual([]);
});
