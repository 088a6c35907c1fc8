import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { categories } from "./categories";

const written = readFileSync("../functions/future_finance/domain/cash_flow/category_names.py", "utf8");
const named = [...written.matchAll(/Category\.(\w+): \("([^"]+)", "([^"]+)"\)/g)];

it.each(Object.keys(categories.en))("names %s as figures do", (id) => {
  const [, , en, hi] = named.find(([, name]) => name?.toLowerCase() === id) ?? [];
  const key = id as keyof typeof categories.en;
  expect([categories.en[key], categories.hi[key]]).toEqual([en, hi]);
});
