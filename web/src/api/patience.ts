const READ_MS = 35_000;
const CHANGE_MS = 65_000;

/** How long an answer is awaited: a little longer than the API itself takes at the most (docs/endpoints.md). */
export function patienceFor(method: string): number {
  return method === "GET" ? READ_MS : CHANGE_MS;
}

/**
 * `act` with a signal that ends with `signal`, and with a TimeoutError where it has not begun to answer after `ms`: a
 * network through which nothing comes says nothing either. What has begun to come may take its time. A browser that
 * cannot join signals (before 2024) waits on.
 */
export async function within<T>(ms: number, signal: AbortSignal, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException("no answer in time", "TimeoutError")), ms);
  try {
    return await act("any" in AbortSignal ? AbortSignal.any([signal, late.signal]) : signal);
  } finally {
    clearTimeout(timer);
  }
}
