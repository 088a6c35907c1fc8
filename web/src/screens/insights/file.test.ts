import { expect, it } from "vitest";
import { insightText } from "./file";
import type { Insight } from "./insights";

const insight = {
  title: "Spending is above income",
  description: "It was.",
  nextStep: "Look at it.",
  updatedAt: "2026-11-24T12:56:34Z",
  steps: [
    { index: 0, text: "Look", done: true },
    { index: 1, text: "Compare", done: false },
  ],
  figures: [
    { factId: "FND:gap", label: "Gap", value: "42530.00", unit: "INR", per: "month", asOf: "2026-10-28", formula: "T02 - T01" },
    { factId: "T01", label: "Income", value: "450000.00", unit: "INR", per: "month", asOf: null, formula: "" },
    { factId: "T02", label: "Spending", value: "492530.00", unit: "INR", per: "month", asOf: null, formula: "" },
  ],
} as unknown as Insight;

it("writes every figure with its date and its formula in words", () => {
  const text = insightText(insight, "en");
  expect(text).toContain("- Gap: ₹42,530 a month (28 Oct 2026)\n  = Spending − Income");
  expect(text).toContain("- Income: ₹4,50,000 a month\n");
});

it("tells which steps are done", () => expect(insightText(insight, "en")).toContain("[x] Look\n[ ] Compare"));
