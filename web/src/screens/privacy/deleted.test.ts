import { expect, it } from "vitest";
import { deletedLines } from "./deleted";
import { privacyWords } from "./words";

it("tells what was deleted by its name, the most first, and counts what shares a name together", () => {
  expect(deletedLines({ ledger: 3, turns: 1240, left: 0, netWorth: 0, keys: 1, tokens: 2, somethingNew: 1 }, privacyWords.en)).toEqual([
    "questions with their answers: 1,240",
    "bank statements: 3",
    "keys and sessions: 3",
    "other records: 1",
  ]);
});

it("says nothing where nothing was deleted, whatever is left", () => {
  expect(deletedLines({ exports: 0, left: 4 }, privacyWords.hi)).toEqual([]);
});
