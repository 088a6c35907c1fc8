/** One server-sent event: its type, and its data as it was sent. */
export interface ServerEvent {
  name: string;
  data: string;
}

/**
 * The events of a stream, each when its last byte is there; what is cut off before that is dropped.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function* serverEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (waiting + decoder.decode(value, { stream: true })).split("\n\n");
      waiting = blocks.pop() ?? "";
      for (const block of blocks) yield eventOf(block);
    }
  } finally {
    reader.cancel().catch(() => undefined); // it may have failed by itself
  }
}

function eventOf(block: string): ServerEvent {
  const event = { name: "message", data: "" };
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) event.name = line.slice(7);
    if (line.startsWith("data: ")) event.data += line.slice(6);
  }
  return event;
}
