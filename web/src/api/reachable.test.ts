import { onlineManager } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noAnswer } from "./reachable";

const fetch = vi.fn<() => Promise<Response>>();
const gone = () => Promise.reject(new TypeError("no network"));
const there = () => Promise.resolve(new Response(null, { status: 503 }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetch);
  onlineManager.setOnline(true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetch.mockReset();
});

it("stays online when one call got lost", async () => {
  fetch.mockImplementation(there);
  await noAnswer();
  expect(onlineManager.isOnline()).toBe(true);
});

it("is offline while nothing comes through, asks less and less often, and is back when something does", async () => {
  fetch.mockImplementation(gone);
  const over = noAnswer();
  void noAnswer(); // more calls get lost meanwhile
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onlineManager.isOnline()).toBe(false);
  expect(fetch).toHaveBeenCalledTimes(3); // at once, after 3 s and after 6 s more
  fetch.mockImplementation(there);
  await vi.advanceTimersByTimeAsync(60_000);
  await over;
  expect(onlineManager.isOnline()).toBe(true);
});
