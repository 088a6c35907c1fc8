import { expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { refusedFields } from "./refused";

const refused = (code: string, ...fields: [path: string, problem: string][]) =>
  refusedFields(new Problem(code, 422, "", null, null, fields.map(([path, problem]) => ({ path, problem, limit: null }))));

it("marks each field that the API refused where it stands in the form", () => {
  expect(
    refused("invalid_input", ["birthYear", "adults_only"], ["goals.0.by", "in_the_past"], ["assets.1.value.amountMinor", "less_than_equal"]),
  ).toEqual({ birthYear: "adults_only", "goals.0.by": "in_the_past", "assets.1.value": "not_possible" });
});

it("marks nothing for a problem that is not one of the values", () => expect(refused("conflict")).toEqual({}));
