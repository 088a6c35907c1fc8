import { expect, it } from "vitest";
import type { Insight } from "./insights";
import { stateText } from "./stateText";
import { insightWords } from "./words";

it("says until which day of India's an insight sleeps", () => {
  const asleep = { state: "snoozed", snoozedUntil: "2026-11-24T20:00:00+00:00" } as Insight;
  expect(stateText(asleep, insightWords.en, "en")).toBe("Asleep until 25 Nov 2026.");
});
