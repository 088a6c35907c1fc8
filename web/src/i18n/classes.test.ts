import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEBT_CLASSES } from "@/profile/profileDraft";
import { classLabel, oneOfClass } from "./classes";

const written = readFileSync("../functions/future_finance/domain/asset_class.py", "utf8");
const hindi = [...written.slice(written.indexOf("LABELS_HI")).matchAll(/Class\.(\w+): "([^"]+)"/g)].flatMap(([, id = "", name = ""]) => [[id.toLowerCase(), name] as const]);

it("finds the server's names", () => expect(hindi.length).toBeGreaterThan(15));

it.each(hindi)("names %s in Hindi as figures do", (id, name) => {
  expect(classLabel({ class: id, label: "in English" }, "hi")).toBe(name);
});

it.each([...DEBT_CLASSES, "loan"])("names one %s as one", (id) => {
  expect(oneOfClass(id, "en")).toMatch(/^[A-Z][a-z]+( (loan|card|debt))?$/);
});
