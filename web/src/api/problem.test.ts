import { expect, it } from "vitest";
import { asProblem, Problem } from "./problem";

it.each([
  ["too_many_requests", 429, true],
  ["quota_spent", 429, false],
  ["deadline_exceeded", 503, true],
  ["unavailable", 504, true],
  ["network", 0, true],
  ["not_found", 404, false],
])("knows whether %s with %s passes", (code, status, passing) => {
  expect(new Problem(code, status, "").passing).toBe(passing);
});

it("takes an answer that does not come in time for a network that does not answer", () => {
  expect(asProblem(new DOMException("signal timed out", "TimeoutError"))).toMatchObject({ code: "network", passing: true });
  expect(asProblem(new DOMException("aborted", "AbortError")).code).toBe("unexpected");
});
