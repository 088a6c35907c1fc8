import { expect, it } from "vitest";
import { opening, type Period } from "./period";

const days = (count: number) => Array.from({ length: count }, (_, n) => n);

it.each([
  ["the last year", 2, 40, "1y"],
  ["all there is where the last year has a single day", 1, 40, "all"],
  ["all there is where nothing is known yet", 0, 0, "all"],
])("begins with %s", async (_, lastYear, ever, shown) => {
  const read = (period: Period) => Promise.resolve({ period, points: days(period === "1y" ? lastYear : ever) });
  expect((await opening(read)).period).toBe(shown);
});
