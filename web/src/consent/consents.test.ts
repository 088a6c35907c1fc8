import { expect, it } from "vitest";
import { grantsOf, somethingAgreed, type Consents } from "./consents";

const consents = (...rows: [purpose: string, status: string][]): Consents =>
  ({ consents: rows.map(([purpose, status]) => ({ scope: "assets", purpose, status })) }) as unknown as Consents;

it("agrees to each chosen kind of data for each chosen purpose, and to nothing else", () => {
  expect(grantsOf(new Set(["assets", "epf"]), new Set(["sync", "chat"]))).toEqual([
    { scope: "assets", purpose: "sync" },
    { scope: "assets", purpose: "chat" },
    { scope: "epf", purpose: "sync" },
    { scope: "epf", purpose: "chat" },
  ]);
  expect(grantsOf(new Set(["assets"]), new Set())).toEqual([]);
});

it("takes a consent that was taken back, has run out or serves another purpose for none", () => {
  expect(somethingAgreed(consents(["sync", "revoked"], ["sync", "expired"], ["chat", "granted"]))).toBe(false);
  expect(somethingAgreed(consents(["sync", "granted"]))).toBe(true);
});
