import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { helpLinesIn } from "./helpLines";

const numbers = (text: string) => helpLinesIn(text).map(({ number }) => number);

it("finds the lines of distress and of fraud, in both languages", () => {
  expect(numbers("Please talk to a person first: Tele-MANAS, 14416, is free. If you are in danger now, call 112.")).toEqual(["14416", "112"]);
  expect(numbers("पहले किसी इंसान से बात करें: टेली-मानस 14416, मुफ़्त। ख़तरा है तो 112 पर कॉल करें।")).toEqual(["14416", "112"]);
  expect(numbers("call the cybercrime help line 1930 at once")).toEqual(["1930"]);
  expect(numbers("तुरंत साइबर अपराध हेल्पलाइन 1930 पर कॉल करें")).toEqual(["1930"]);
});

it("takes no figure for a line to call", () => {
  expect(numbers("You spent ₹1930 in 112 months, of ₹14416.")).toEqual([]);
});

const written = readFileSync("../functions/future_finance/domain/urgent_help.py", "utf8");
const helps = [...written.matchAll(/^_\w+_HELP = Help\(\n\s+Need\.(\w+),([^]*?)\n\)/gm)].flatMap(([, need, texts = ""]) =>
  texts.split(/",\n/).map((text) => ({ need, text })),
);
const lines = [...written.matchAll(/^[A-Z_]+ = "(\d+)"$/gm)].flatMap(([, number]) => number ?? []);

it("finds what the server answers to who needs help, in two languages", () => {
  expect(helps.map(({ need }) => need)).toEqual(["DISTRESS", "DISTRESS", "FRAUD", "FRAUD", "HARDSHIP", "HARDSHIP"]);
  expect(lines.length).toBeGreaterThan(2);
});

it.each(helps)("puts every line that the help in $need names within reach", ({ text }) => {
  const named = [...lines, "112"].filter((number) => text.includes(number)).toSorted((one, other) => text.indexOf(one) - text.indexOf(other));
  expect(named).not.toEqual([]);
  expect(numbers(text)).toEqual(named);
});
