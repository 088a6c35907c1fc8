import { expect, it } from "vitest";
import { monthsAfter } from "./monthsAfter";

it.each([
  ["2026-11-24", 0, "2026-11"],
  ["2026-11-24", 1, "2026-12"],
  ["2026-11-24", 2, "2027-01"],
  ["2026-01-31", 1, "2026-02"],
  ["2026-11-24", 187, "2042-06"],
])("counts from %s %i months to %s", (from, months, to) => expect(monthsAfter(from, months)).toBe(to));
