import { expect, it } from "vitest";
import { waitText } from "./waitText";

const NOW = new Date("2026-11-24T12:00:00Z");

it("counts the seconds of a short wait", () => {
  expect(waitText(30, NOW, "en")).toBe("Please wait 30 seconds.");
});

it("names the time by the clocks of India where a day's limit is spent", () => {
  expect(waitText(6.5 * 3600, NOW, "en")).toContain("25 Nov 2026, 12:00");
  expect(waitText(6.5 * 3600, NOW, "hi")).not.toContain("सेकंड");
});
