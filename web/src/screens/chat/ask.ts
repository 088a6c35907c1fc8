import { refuseProblems, signedIn } from "@/api/client";
import { patienceFor, within } from "@/api/patience";
import { Problem } from "@/api/problem";
import { serverEvents } from "@/api/serverEvents";
import type { Schema } from "@/api/types";

export type NewMessage = Schema["NewMessage"];
export type Citation = Schema["CitationView"];
type ChatAnswer = Schema["ChatAnswerView"];

/** What happens while a question is answered. A delta is checked already; `done` is the turn as it is kept. */
export type ChatEvent =
  | { name: "start"; conversationId: string }
  | { name: "tool"; tool: string; status: string }
  | { name: "delta"; text: string }
  | { name: "citation"; citation: Citation }
  | { name: "done"; answer: ChatAnswer };

/** Ask, and follow the answer to its end. Throws a Problem, or a TypeError where the network is gone. */
export async function* ask(url: string, question: NewMessage, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const headers = { ...(await signedIn()), "Content-Type": "application/json", Accept: "text/event-stream" };
  const request = { method: "POST", headers, body: JSON.stringify(question), credentials: "omit" } as const;
  const response = await within(patienceFor("POST"), signal, (limited) => fetch(url, { ...request, signal: limited }));
  await refuseProblems(response);
  if (!response.body) throw new TypeError("an answer without a body");
  for await (const { name, data } of serverEvents(response.body)) {
    const event = eventOf(name, JSON.parse(data) as never);
    if (event) yield event;
    if (event?.name === "done") return;
  }
  throw new TypeError("an answer without an end");
}

interface Sent {
  conversationId: string;
  name: string;
  status: string;
  text: string;
  error: { code: string; message: string; requestId: string; retryAfterSeconds?: number };
}

function eventOf(name: string, sent: Sent & Citation & ChatAnswer): ChatEvent | null {
  switch (name) {
    case "start":
      return { name, conversationId: sent.conversationId };
    case "tool":
      return { name, tool: sent.name, status: sent.status };
    case "delta":
      return { name, text: sent.text };
    case "citation":
      return { name, citation: sent };
    case "done":
      return { name, answer: sent };
    case "error": {
      const { code, message, requestId, retryAfterSeconds } = sent.error;
      throw new Problem(code, 500, message, requestId, retryAfterSeconds ?? null);
    }
    default:
      return null; // of a later version
  }
}
