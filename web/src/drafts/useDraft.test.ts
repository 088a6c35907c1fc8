import { expect, it } from "vitest";
import { forgetDrafts } from "./useDraft";

it("forgets every draft and nothing else", () => {
  sessionStorage.setItem("draft:profile:u1", "{}");
  sessionStorage.setItem("draft:chat:u1", "{}");
  sessionStorage.setItem("other", "kept");
  forgetDrafts();
  expect(Object.keys(sessionStorage)).toEqual(["other"]);
});
