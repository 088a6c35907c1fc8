import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { day, moment, month, today } from "./date";

it("shows a day as it is, in whatever time zone the browser is", () => {
  expect(day("2026-10-31", "en")).toBe("31 Oct 2026");
  expect(day("2026-10-31", "hi")).toBe("31 अक्टूबर 2026");
});

it("gives every month three letters in English, as the server does", () => {
  const months = Array.from({ length: 12 }, (_, n) => day(`2026-${String(n + 1).padStart(2, "0")}-05`, "en").split(" ")[1]);
  expect(months.join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
});

it("writes every month in Hindi as the server does", () => {
  const written = readFileSync("../functions/future_finance/domain/rupee_words.py", "utf8");
  const [, names = ""] = /MONTHS_HI = \(([^)]*)\)/.exec(written) ?? [];
  const months = Array.from({ length: 12 }, (_, n) => `"${month(`2026-${String(n + 1).padStart(2, "0")}`, "hi").split(" ")[0]}"`);
  expect(months.join(", ")).toBe(names);
});

it("names a month in full", () => {
  expect(month("2026-10", "en")).toBe("October 2026");
  expect(month("2026-10-31", "hi")).toBe("अक्टूबर 2026");
});

it("shows a moment by the clocks of India", () => {
  expect(moment("2026-10-31T20:00:00Z", "en")).toMatch(/^1 Nov 2026, 1:30\sam$/);
  expect(moment("2026-10-31T20:00:00Z", "hi")).toMatch(/^1 नवंबर 2026, रात 1:30$/);
});

it("knows that the day begins earlier in India", () => {
  expect(today(new Date("2026-10-31T19:00:00Z"))).toBe("2026-11-01");
});
