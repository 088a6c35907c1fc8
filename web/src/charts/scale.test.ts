import { expect, it } from "vitest";
import { dayNumber, niceScale } from "./scale";

it("has round ticks that enclose what is shown", () => {
  const { ticks, at } = niceScale(0, 97, 200, 0);
  expect(ticks).toEqual([0, 25, 50, 75, 100]);
  expect([at(0), at(100)]).toEqual([200, 0]);
});

it("shows a single value, and one that never changes", () => {
  for (const value of [0, 5_000_00, -7]) {
    const { ticks, at } = niceScale(value, value, 100, 0);
    expect(ticks.length).toBeGreaterThan(1);
    expect(at(value)).toBeGreaterThanOrEqual(0);
    expect(at(value)).toBeLessThanOrEqual(100);
  }
});

it("crosses nothing with values on both sides of it", () => expect(niceScale(-14, 9, 100, 0).ticks).toContain(0));

it("places days by how far they are apart", () => expect(dayNumber("2026-03-01") - dayNumber("2026-02-01")).toBe(28));
