import { expect, it } from "vitest";
import { formulaWords } from "./formulaWords";

const labels = new Map([
  ["T01", "Income a month"],
  ["T02", "Spending a month"],
]);

it("names the figures of a formula", () => expect(formulaWords("T02 - T01", labels)).toBe("Spending a month − Income a month"));

it("leaves a code that it does not know, and every other word", () => {
  expect(formulaWords("T02 + T04V, EMI included", labels)).toBe("Spending a month + T04V, EMI included");
});
