import type { Schema } from "@/api/types";
import type { ChatEvent, Citation } from "./ask";

export type Message = Schema["MessageView"];

/** A question with as much of its answer as there is. */
export interface Turn {
  question: string;
  conversationId: string | null;
  sentences: readonly string[];
  tools: readonly string[];
  citations: readonly Citation[];
}

export function begun(question: string, conversationId: string | null): Turn {
  return { question, conversationId, sentences: [], tools: [], citations: [] };
}

/** The turn after one more event. A tool that could not answer was still looked at, but says nothing. */
export function grown(turn: Turn, event: ChatEvent): Turn {
  switch (event.name) {
    case "start":
      return { ...turn, conversationId: event.conversationId };
    case "tool":
      return event.status !== "ok" || turn.tools.includes(event.tool) ? turn : { ...turn, tools: [...turn.tools, event.tool] };
    case "delta":
      return { ...turn, sentences: [...turn.sentences, event.text] };
    case "citation":
      return { ...turn, citations: [...turn.citations, event.citation] };
    case "done":
      return turn;
  }
}

/** A turn that the person stopped, as the API keeps it: what was shown by then. Nothing where nothing was. */
export function stoppedMessages(turn: Turn, at: string): Message[] {
  const text = turn.sentences.join("").trim();
  if (text === "") return [];
  const message = { type: "text", at, chart: null, insightIds: [], provenance: null, disclosures: [] };
  return [
    { ...message, id: `${at}-0`, role: "user", text: turn.question, state: "complete", citations: [] },
    { ...message, id: `${at}-1`, role: "assistant", text, state: "stopped", citations: [...turn.citations] },
  ];
}
