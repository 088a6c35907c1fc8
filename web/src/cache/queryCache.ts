import { QueryClient } from "@tanstack/react-query";
import type { PersistQueryClientOptions } from "@tanstack/react-query-persist-client";
import { del, get, set } from "idb-keyval";
import { asProblem } from "@/api/problem";

const DAY_MS = 24 * 3600 * 1000;
const KEEP_MS = 30 * DAY_MS;
const WRITE_EVERY_MS = 1000;
const FRESH_MS = 60 * 1000;

type Persister = PersistQueryClientOptions["persister"];

/** Answers of the API, for one person. A passing problem is tried twice more; any other is told at once. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: KEEP_MS,
        retry: (failures, error) => failures < 2 && asProblem(error).passing,
      },
    },
  });
}

/** Keeps what was seen in this browser, for reading it offline, until the person signs out. */
export function seenBefore(uid: string): Omit<PersistQueryClientOptions, "queryClient"> {
  return { persister: persisterOf(uid), maxAge: KEEP_MS, buster: __BUILD__ };
}

export async function forgetSeen(uid: string): Promise<void> {
  await del(keyOf(uid));
}

function persisterOf(uid: string): Persister {
  const key = keyOf(uid);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    persistClient(seen) {
      clearTimeout(waiting);
      waiting = setTimeout(() => void set(key, seen).catch(() => undefined), WRITE_EVERY_MS); // full: not kept
    },
    restoreClient: () => get(key).catch(() => undefined),
    removeClient() {
      clearTimeout(waiting);
      return del(key);
    },
  };
}

function keyOf(uid: string): string {
  return `seen:${uid}`;
}
