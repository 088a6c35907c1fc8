import { QueryClient } from "@tanstack/react-query";
import type { PersistQueryClientOptions } from "@tanstack/react-query-persist-client";
import { asProblem } from "@/api/problem";
import { SeenStore } from "./seenStore";

const KEEP_MS = 30 * 24 * 3600 * 1000;
const FRESH_MS = 60 * 1000;

const stores = new Map<string, SeenStore>();
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") for (const store of stores.values()) store.flush();
});

/** Answers of the API, for one person. A passing problem is tried twice more, unless it is of too many tries; any other is told at once. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: Number.POSITIVE_INFINITY, // a timer cannot be set for a month
        retry: (failures, error) => failures < 2 && asProblem(error).passing && asProblem(error).status !== 429,
      },
      mutations: {
        networkMode: "always", // what is done offline fails at once: an erasure must not wait for a network unseen
      },
    },
  });
}

/** Keeps what was seen in this browser, for reading it offline, until the person signs out. */
export function seenBefore(uid: string): Omit<PersistQueryClientOptions, "queryClient"> {
  const persister = new SeenStore(keyOf(uid));
  stores.set(uid, persister);
  return { persister, maxAge: KEEP_MS, buster: __API_VERSION__ };
}

export async function forgetSeen(uid: string): Promise<void> {
  await (stores.get(uid) ?? new SeenStore(keyOf(uid))).forget();
  stores.delete(uid);
}

function keyOf(uid: string): string {
  return `seen:${uid}`;
}
