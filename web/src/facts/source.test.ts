import { expect, it } from "vitest";
import { sourceOf } from "./source";

it.each([
  ["creditScores/fi_2026-10-31", "creditReport"],
  ["assets/fi_mutual_funds", "asset"],
  ["netWorth/2026", "netWorthDays"],
  ["you", "enteredByYou"],
  ["of_tomorrow/1", "otherSource"],
])("calls the source %s %s", (path, word) => expect(sourceOf(path)).toBe(word));
