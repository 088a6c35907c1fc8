import { expect, it } from "vitest";
import { troubleText } from "./trouble";

it("tells a limit in the unit of the field", () => {
  expect(troubleText({ problem: "less_than_equal", limit: "50" }, "whole", "en")).toBe("At most 50.");
  expect(troubleText({ problem: "less_than_equal", limit: "10000000000000" }, "money", "en")).toBe("At most ₹1,00,00,00,00,000.");
});

it("says what to do about a known code", () => {
  expect(troubleText({ problem: "nothing_changes" }, null, "hi")).toBe("इन मानों से कुछ नहीं बदलता। रकम लिखें।");
});

it.each(["atMost", "some_new_code", "toString"])("has a sentence for %s, which it does not know", (problem) => {
  expect(troubleText({ problem }, null, "en")).toBe("This value is not possible. Check it.");
});
