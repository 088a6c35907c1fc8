import { expect, it } from "vitest";
import type { Simulation } from "../simulation";
import { compared } from "./compared";

const found = (figures: [name: string, side: string][]) =>
  ({
    figures: figures.map(([name, side]) => ({ id: `${name}:${side}`, name, side, label: { en: name, hi: name } })),
  }) as unknown as Simulation;

it("sets the scenario of one beside the scenario of the other, and says where one has no such figure", () => {
  const lines = compared(
    found([["emi", "as_now"], ["emi", "scenario"], ["interest_saved", "difference"]]),
    found([["emi", "scenario"], ["pot", "scenario"]]),
    "en",
  );
  expect(lines.map(({ name, sides }) => [name, ...sides.map((side) => side?.id ?? null)])).toEqual([
    ["interest_saved", "interest_saved:difference", null],
    ["emi", "emi:scenario", "emi:scenario"],
    ["pot", null, "pot:scenario"],
  ]);
});

it("takes a figure as things are where the scenario has none of its kind", () => {
  const [line] = compared(found([["debt_total", "as_now"]]), found([["debt_total", "as_now"]]), "en");
  expect(line?.sides.map((side) => side?.id)).toEqual(["debt_total:as_now", "debt_total:as_now"]);
});
