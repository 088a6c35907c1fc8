import { expect, it } from "vitest";
import { byDay, matching, type Row } from "./search";

const row = (id: string, date: string, narration: string, amountMinor: number): Row => ({
  id,
  date,
  kind: "debit",
  amount: { amountMinor, currency: "INR" },
  narration,
});
const rows = [
  row("1", "2026-10-28", "UPI/1/RIDE/sawaari@bank", 1021_00),
  row("2", "2026-10-28", "POS CHARMINAR PAVILION", 2_50_000_00),
  row("3", "2026-10-26", "UPI/2/GROCERIES", 99_50),
];
const found = (sought: string) => matching(rows, sought).map(({ id }) => id);

it("finds rows by any words of them, in any case and order", () => {
  expect(found("pavilion pos")).toEqual(["2"]);
  expect(found("upi")).toEqual(["1", "3"]);
  expect(found("upi pavilion")).toEqual([]);
});

it("finds an amount as it is shown, and as it is typed without commas", () => {
  expect([found("2,50,000"), found("250000"), found("99.50")]).toEqual([["2"], ["2"], ["3"]]);
});

it("shows everything while nothing is sought", () => expect(found("  ")).toEqual(["1", "2", "3"]));

it("groups rows by day and keeps their order", () => {
  expect(byDay(rows).map(([day, of]) => [day, of.map(({ id }) => id)])).toEqual([
    ["2026-10-28", ["1", "2"]],
    ["2026-10-26", ["3"]],
  ]);
});
