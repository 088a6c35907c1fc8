import { expect, it } from "vitest";
import { contactHref } from "./contact";

it("writes to an address with the subject, and leaves a page as it is", () => {
  expect(contactHref("help@example.in", "Error in answer 1 & 2")).toBe("mailto:help@example.in?subject=Error%20in%20answer%201%20%26%202");
  expect(contactHref("help@example.in")).toBe("mailto:help@example.in");
  expect(contactHref("https://example.in/help", "Error")).toBe("https://example.in/help");
});
