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

const written = (module: string) => readFileSync(`../functions/future_finance/domain/${module}.py`, "utf8");
const strings = (said: string) => said.split(/",\n/).filter((text) => text.includes('"'));
const helps = [
  ...[...written("urgent_help").matchAll(/^_\w+_HELP = Help\(\n\s+Need\.(\w+),([^]*?)\n\)/gm)].flatMap(([, need, said = ""]) =>
    strings(said).map((text) => ({ need, text })),
  ),
  ...[...written("under_age").matchAll(/^ADULTS_ALONE = Said\(([^]*?)\n\)/gm)].flatMap(([, said = ""]) =>
    strings(said).map((text) => ({ need: "CHILD", text })),
  ),
];

it("finds what the server answers to who needs help, in three tongues", () => {
  const each = ["DISTRESS", "FRAUD", "HARDSHIP", "CHILD"].flatMap((need) => [need, need, need]);
  expect(helps.map(({ need }) => need)).toEqual(each);
});

it.each(helps)("puts every line that the help in $need names within reach", ({ text }) => {
  const named = [...text.matchAll(/(?<!\d)\d{3,}(?!\d)/g)].map(([number]) => number); // hours and ages have fewer digits
  expect(named).not.toEqual([]);
  expect(numbers(text)).toEqual(named);
});
