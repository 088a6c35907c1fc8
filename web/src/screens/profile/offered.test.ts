import { expect, it } from "vitest";
import { offered } from "./offered";

const names = { rent: "Rent", food: "Eating out", fuel: "Fuel" };

it("offers what has no budget yet, beside its own", () => {
  expect(offered(names, new Set(["rent", "food"]), "food")).toEqual([["food", "Eating out"], ["fuel", "Fuel"]]);
});

it("keeps a category that the app has no name for as what it is", () => {
  expect(offered(names, new Set(["pets"]), "pets")[0]).toEqual(["pets", "pets"]);
});
