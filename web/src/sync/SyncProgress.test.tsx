import { expect, it } from "vitest";
import { sentence } from "./SyncProgress";
import { syncWords } from "./words";

const failed = (error: string | null) => sentence({ status: "failed", error }, syncWords.en, "en");

it("says why a sync failed where trying again would not help", () => {
  expect(failed("other_person")).toContain("Add them as another connection");
  expect(failed("adults_only")).toContain("for adults");
  expect(sentence({ status: "failed", error: "quota_spent" }, syncWords.hi, "hi")).toContain("आज की सीमा");
});

it.each([null, "a_code_of_tomorrow"])("says that nothing was lost where the reason is %s", (error) => {
  expect(failed(error)).toBe(syncWords.en.failedJob);
});
