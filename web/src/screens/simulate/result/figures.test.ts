import { expect, it } from "vitest";
import { differences, figureLines, type Figure } from "./figures";

const figure = (name: string, side: string, en: string) => ({ id: `${name}:${side}`, name, side, label: { en, hi: en } }) as unknown as Figure;

const figures = [
  figure("asked_amount", "asked", "Amount, as you said"),
  figure("emi", "as_now", "EMI, as things are"),
  figure("emi", "scenario", "EMI, in this scenario"),
  figure("interest_saved", "difference", "Less interest"),
  figure("chance", "scenario", "Share of paths"),
];

it("puts the two sides of a figure on one line, and leaves out what is told elsewhere", () => {
  const lines = figureLines(figures, "en");
  expect(lines.map(({ label }) => label)).toEqual(["EMI"]);
  expect(lines[0]).toMatchObject({ now: { id: "emi:as_now" }, then: { id: "emi:scenario" } });
});

it("knows what lies between", () => expect(differences(figures).map(({ name }) => name)).toEqual(["interest_saved"]));
