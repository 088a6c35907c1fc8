import { expect, it } from "vitest";
import { linkFor, loginAsked, loginAt } from "./place";

const OLDER = { id: "older/1", status: "needs_login" };
const NEWER = { id: "newer", status: "active" };
const chosen = (links: (typeof OLDER)[], address: string) => linkFor(links, new URL(address, "https://app.example").searchParams)?.id;

it("renews the link that was asked for, also where a newer one works", () => {
  expect(chosen([OLDER, NEWER], loginAt(OLDER.id))).toBe(OLDER.id);
  expect(chosen([OLDER, NEWER], loginAt(NEWER.id))).toBe(NEWER.id);
});

it("takes the newest where none is asked for, or one that is there no more", () => {
  expect(chosen([OLDER, NEWER], "/connect")).toBe(NEWER.id);
  expect(chosen([OLDER, NEWER], loginAt("gone"))).toBe(NEWER.id);
  expect(chosen([OLDER, { ...NEWER, status: "revoked" }], loginAt(NEWER.id))).toBe(OLDER.id);
  expect(chosen([], loginAt("gone"))).toBeUndefined();
});

it("asks for a login at that link, not at whichever is the newest", () => {
  expect(loginAsked("fi_money", { id: "older", providerId: "fi_money" })).toEqual({ providerId: "fi_money", connectionId: "older" });
  expect(loginAsked("fi_money", undefined)).toEqual({ providerId: "fi_money", connectionId: null });
  expect(loginAsked("another_bank", { id: "older", providerId: "fi_money" }).connectionId).toBeNull();
});
