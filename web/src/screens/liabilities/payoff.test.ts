import { expect, it } from "vitest";
import { whyNoPayoff } from "./payoff";

const needs = (reason: string, text: string) => [{ id: "L03:loan", reason, needs: text, needsHi: `हि ${text}` }];

it("says that a debt never ends where the EMI does not cover the interest", () => {
  const text = "At the EMI paid the debt never ends.";
  expect(whyNoPayoff("loan", needs("never_ends", text), "en")).toBe(text);
});

it("says what is needed to know when a debt ends, and of no other debt", () => {
  const missing = needs("no_emi_or_rate", "It needs the rate.");
  expect(whyNoPayoff("loan", missing, "en")).toBe("When it ends is not known. It needs the rate.");
  expect(whyNoPayoff("loan", missing, "hi")).toContain("हि It needs the rate.");
  expect(whyNoPayoff("card", missing, "en")).toBe("When it ends is not known.");
});
