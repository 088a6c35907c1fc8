import { expect, it } from "vitest";
import { isRecent } from "./recent";

it("asks for a new sign-in a minute before the API would refuse", () => {
  const now = Date.parse("2026-11-24T13:05:00Z");
  expect(isRecent("2026-11-24T13:01:01+00:00", now)).toBe(true);
  expect(isRecent("2026-11-24T18:31:00+05:30", now)).toBe(false);
  expect(isRecent("2026-11-24T12:00:00Z", now)).toBe(false);
});
