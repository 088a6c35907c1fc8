import { expect, it } from "vitest";
import type { Citation } from "./ask";
import { citedParts } from "./cited";

const cite = (factId: string, text: string) => ({ factId, text }) as Citation;
const ids = (text: string, ...citations: Citation[]) => citedParts(text, citations).map((part) => (typeof part === "string" ? part : part.factId));

it("cuts a text at its figures", () => {
  expect(ids("You have ₹21,93,738, and owe ₹31,700.", cite("N01", "₹21,93,738"), cite("N01L", "₹31,700"))).toEqual([
    "You have ",
    "N01",
    ", and owe ",
    "N01L",
    ".",
  ]);
});

it("never takes a figure for a part of another", () => {
  expect(ids("₹1,20,000 is not ₹1,20 and 112 is not 12", cite("A", "₹1,20"), cite("B", "12"))).toEqual(["₹1,20,000 is not ", "A", " and 112 is not ", "B"]);
});

it("takes the longer of two figures that begin alike", () => {
  expect(ids("₹1,200 a month", cite("A", "₹1,200"), cite("B", "₹1,200 a month"))).toEqual(["B"]);
});

it("gives figures that read alike to their facts in turn, and every further mention too", () => {
  expect(ids("₹5 and ₹5, so ₹5", cite("A", "₹5"), cite("B", "₹5"))).toEqual(["A", " and ", "B", ", so ", "A"]);
});

it("loses not one letter", () => {
  const text = "नेट वर्थ ₹21,93,738 है। 31 अक्टूबर तक ₹3,63,438।";
  const parts = citedParts(text, [cite("Q01", "₹3,63,438"), cite("N01", "₹21,93,738"), cite("X", "₹9")]);
  expect(parts.map((part) => (typeof part === "string" ? part : part.text)).join("")).toBe(text);
});

it("leaves a text alone where nothing is cited", () => expect(ids("Nothing.")).toEqual(["Nothing."]));
