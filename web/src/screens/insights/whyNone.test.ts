import { expect, it } from "vitest";
import type { Consents } from "@/consent/consents";
import { whyNone } from "./whyNone";

const agreedTo = (...purposes: string[]) =>
  ({ consents: purposes.map((purpose) => ({ scope: "transactions", purpose, status: "granted" })) }) as unknown as Consents;

it("does not call it good news where nobody agreed to insights", () => {
  expect(whyNone("nothing_found", agreedTo("sync", "chat"))).toBe("not_agreed");
  expect(whyNone("nothing_found", agreedTo("sync", "insights"))).toBe("nothing");
});

it("tells a missing consent for what one owns from a missing consent for insights", () => {
  expect(whyNone("no_consent", agreedTo("sync", "insights"))).toBe("left_out");
});

it("sends nobody to connect what is connected, and asks nobody for a consent before there is a connection", () => {
  expect(whyNone("empty", agreedTo("sync", "insights"))).toBe("nothing_at_fi");
  expect(whyNone("not_available", agreedTo("sync", "insights"))).toBe("not_told");
  expect(whyNone("no_connection", agreedTo())).toBe("no_connection");
});
