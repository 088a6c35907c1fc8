import { expect, it } from "vitest";
import { figureLines, type Figure } from "./figures";

const figure = (name: string, side: string, en: string) => ({ id: `${name}:${side}`, name, side, label: { en, hi: en } }) as unknown as Figure;

it("puts the sides of a figure on one line, and leaves out what the person said", () => {
  const lines = figureLines(
    [
      figure("asked_amount", "asked", "Amount, as you said"),
      figure("emi", "as_now", "EMI, as things are"),
      figure("emi", "scenario", "EMI, in this scenario"),
      figure("interest_saved", "difference", "Less interest"),
    ],
    "en",
  );
  expect(lines.map(({ label }) => label)).toEqual(["EMI", "Less interest"]);
  expect(lines[0]).toMatchObject({ now: { id: "emi:as_now" }, then: { id: "emi:scenario" }, difference: null });
  expect(lines[1]).toMatchObject({ now: null, then: null, difference: { id: "interest_saved:difference" } });
});
