import { afterEach, expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { ask, type ChatEvent } from "./ask";

const DONE = 'event: done\ndata: {"conversationId":"c1","messages":[]}\n\n';

function answerWith(body: string, init?: ResponseInit) {
  const asked = vi.fn((_url: string, _request: RequestInit) => Promise.resolve(new Response(body, init)));
  vi.stubGlobal("fetch", asked);
  return asked;
}

async function followed(): Promise<ChatEvent[]> {
  const found: ChatEvent[] = [];
  for await (const event of ask("https://chat.example", { message: "How much?", language: "hi" }, new AbortController().signal)) found.push(event);
  return found;
}

afterEach(() => void vi.unstubAllGlobals());

it("asks for a stream in the person's language and follows it to its end", async () => {
  const asked = answerWith(`event: start\ndata: {"conversationId":"c1"}\n\nevent: delta\ndata: {"text":"₹5."}\n\nevent: later\ndata: {}\n\n${DONE}`);
  expect((await followed()).map(({ name }) => name)).toEqual(["start", "delta", "done"]);
  const [, request] = asked.mock.calls[0] ?? [];
  expect(new Headers(request?.headers).get("accept")).toBe("text/event-stream");
  expect(JSON.parse(String(request?.body))).toEqual({ message: "How much?", language: "hi" });
});

it("tells a problem that comes in the stream as one that comes instead of it", async () => {
  answerWith('event: error\ndata: {"error":{"code":"model_unavailable","message":"It rests.","requestId":"r1"}}\n\n');
  await expect(followed()).rejects.toMatchObject({ code: "model_unavailable", requestId: "r1" });
  answerWith('{"error":{"code":"quota_spent","message":"Tomorrow.","requestId":"r2"}}', { status: 429, headers: { "retry-after": "3600" } });
  await expect(followed()).rejects.toMatchObject({ code: "quota_spent", retryAfterSeconds: 3600 });
});

it("takes an answer that breaks off for a network that is gone", async () => {
  answerWith('event: delta\ndata: {"text":"₹5."}\n\n');
  const error: unknown = await followed().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).not.toBeInstanceOf(Problem);
});
