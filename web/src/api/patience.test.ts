import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { patienceFor, within } from "./patience";

const endpoints = readFileSync("../docs/endpoints.md", "utf8");
const limits = [...endpoints.matchAll(/^\| \S+ \| `\/.* (\d+) s \|$/gm)].map(([, seconds]) => Number(seconds) * 1000);

it("waits as long as the API may take", () => {
  expect(limits.length).toBeGreaterThan(15);
  expect(Math.max(...limits)).toBeLessThan(patienceFor("POST"));
});

it("ends a call to which nothing is answered, and one that is not wanted any more", async () => {
  const unanswered = (signal: AbortSignal) => new Promise<never>((_, fail) => signal.addEventListener("abort", () => fail(signal.reason as Error)));
  await expect(within(1, new AbortController().signal, unanswered)).rejects.toMatchObject({ name: "TimeoutError" });
  const control = new AbortController();
  const left = within(60_000, control.signal, unanswered);
  control.abort(new DOMException("left", "AbortError"));
  await expect(left).rejects.toMatchObject({ name: "AbortError" });
});

it("lets what has begun to come take its time", async () => {
  vi.useFakeTimers();
  const body = await within(10, new AbortController().signal, (signal) => Promise.resolve(signal));
  vi.advanceTimersByTime(60_000);
  expect(body.aborted).toBe(false);
  vi.useRealTimers();
});
