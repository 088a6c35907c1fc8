import { expect, it } from "vitest";
import { serverEvents, type ServerEvent } from "./serverEvents";

const SENT = 'event: start\ndata: {"id":1}\n\nevent: delta\ndata: {"text":"आपका नेट वर्थ ₹21,93,738"}\n\nevent: done\ndata: {}\n\n';

function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

async function all(stream: ReadableStream<Uint8Array>): Promise<ServerEvent[]> {
  const found: ServerEvent[] = [];
  for await (const event of serverEvents(stream)) found.push(event);
  return found;
}

it.each([1, 2, 3, 7, 64, 4096])("reads the same events in pieces of %i bytes, also where a letter is cut in two", async (size) => {
  expect(await all(inPieces(SENT, size))).toEqual([
    { name: "start", data: '{"id":1}' },
    { name: "delta", data: '{"text":"आपका नेट वर्थ ₹21,93,738"}' },
    { name: "done", data: "{}" },
  ]);
});

it("drops an event that was cut off", async () => {
  expect(await all(inPieces(SENT.slice(0, -10), 5))).toHaveLength(2);
});

it("lets go of the stream when its reader has enough", async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: x\n\n")),
    cancel: () => void (cancelled = true),
  });
  for await (const event of serverEvents(endless)) if (event.data === "x") break;
  expect(cancelled).toBe(true);
});
