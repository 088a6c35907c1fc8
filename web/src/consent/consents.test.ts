import { expect, it } from "vitest";
import { grantsOf, mayBeUsed, somethingAgreed, type Consents } from "./consents";

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

it("lets data be used for what was agreed to, as long as it may be kept", () => {
  expect(mayBeUsed(consents(["sync", "granted"], ["chat", "granted"]), "chat")).toBe(true);
  expect(mayBeUsed(consents(["sync", "revoked"], ["chat", "granted"]), "chat")).toBe(false);
  expect(mayBeUsed(consents(["sync", "granted"], ["chat", "expired"]), "chat")).toBe(false);
});
