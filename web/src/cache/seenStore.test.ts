import type { PersistedClient } from "@tanstack/react-query-persist-client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SeenStore, type Shelf } from "./seenStore";

const seen = (timestamp: number): PersistedClient => ({ timestamp, buster: "b", clientState: { queries: [], mutations: [] } });

class Memory implements Shelf {
  readonly kept = new Map<string, PersistedClient>();
  writes = 0;
  get = (key: string) => Promise.resolve(this.kept.get(key));
  set = (key: string, value: PersistedClient) => {
    this.writes += 1;
    this.kept.set(key, value);
    return Promise.resolve();
  };
  del = (key: string) => Promise.resolve(void this.kept.delete(key));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("writes the newest of many changes once, even while they go on", async () => {
  const memory = new Memory();
  const store = new SeenStore("seen:u1", memory);
  for (let n = 1; n <= 20; n += 1) {
    store.persistClient(seen(n));
    vi.advanceTimersByTime(30);
  }
  expect(memory.writes).toBe(1);
  vi.runAllTimers();
  expect((await store.restoreClient())?.timestamp).toBe(20);
});

it("writes at once when the page is left", () => {
  const memory = new Memory();
  const store = new SeenStore("seen:u1", memory);
  store.persistClient(seen(1));
  store.flush();
  expect(memory.kept.get("seen:u1")?.timestamp).toBe(1);
});

it("keeps nothing of a person who has signed out, whatever still comes in", async () => {
  const memory = new Memory();
  const store = new SeenStore("seen:u1", memory);
  store.persistClient(seen(1));
  vi.runAllTimers();
  store.persistClient(seen(2));
  await store.forget();
  store.persistClient(seen(3));
  store.flush();
  vi.runAllTimers();
  expect(memory.kept.size).toBe(0);
});
