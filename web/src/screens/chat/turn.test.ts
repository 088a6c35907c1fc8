import { expect, it } from "vitest";
import type { ChatEvent, Citation } from "./ask";
import { begun, grown, stoppedMessages } from "./turn";

const cited = { factId: "N01", text: "₹21,93,738" } as Citation;
const EVENTS: ChatEvent[] = [
  { name: "start", conversationId: "c1" },
  { name: "tool", tool: "overview", status: "ok" },
  { name: "tool", tool: "overview", status: "ok" },
  { name: "tool", tool: "credit", status: "unavailable" },
  { name: "delta", text: "Net worth: ₹21,93,738. " },
  { name: "citation", citation: cited },
  { name: "delta", text: "That is all." },
];

it("grows by what comes, and names each tool that answered once", () => {
  expect(EVENTS.reduce(grown, begun("How much?", null))).toEqual({
    question: "How much?",
    conversationId: "c1",
    sentences: ["Net worth: ₹21,93,738. ", "That is all."],
    tools: ["overview"],
    citations: [cited],
  });
});

it("keeps of a stopped turn the question and what was shown", () => {
  const [question, answer] = stoppedMessages(EVENTS.reduce(grown, begun("How much?", null)), "2026-11-24T13:00:00Z");
  expect(question).toMatchObject({ role: "user", text: "How much?" });
  expect(answer).toMatchObject({ role: "assistant", state: "stopped", text: "Net worth: ₹21,93,738. That is all.", citations: [cited] });
});

it("keeps nothing of a turn that was stopped before anything was shown", () => {
  expect(stoppedMessages(begun("How much?", null), "2026-11-24T13:00:00Z")).toEqual([]);
});
