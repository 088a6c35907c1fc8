import { expect, it } from "vitest";
import { pairsOf } from "./pairs";

it("tells what was decided of each kind of data once", () => {
  const grants = [
    { scope: "epf", purpose: "sync" },
    { scope: "assets", purpose: "sync" },
    { scope: "epf", purpose: "chat" },
  ];
  expect(pairsOf(grants)).toEqual([
    { scope: "epf", purposes: ["sync", "chat"] },
    { scope: "assets", purposes: ["sync"] },
  ]);
});
