import { expect, it } from "vitest";
import { sentence } from "./SyncProgress";
import { syncWords } from "./words";

const failed = (error: string | null) => sentence({ status: "failed", error }, syncWords.en, "en");

it("says why a sync failed where trying again would not help", () => {
  expect(failed("source_answer_refused")).toContain("do not understand");
  expect(failed("adults_only")).toContain("for adults");
  expect(sentence({ status: "failed", error: "quota_spent" }, syncWords.hi, "hi")).toContain("आज की सीमा");
});

it.each([null, "a_code_of_tomorrow"])("says that nothing was lost where the reason is %s", (error) => {
  expect(failed(error)).toBe(syncWords.en.failedJob);
});

it("says why a login is needed where the one that was made is somebody else's", () => {
  const needsLogin = (error: string | null) => sentence({ status: "needs_login", error }, syncWords.en, "en");
  expect(needsLogin("other_person")).toContain("the phone number you used before");
  expect(needsLogin(null)).toBe(syncWords.en.needs_login);
});
