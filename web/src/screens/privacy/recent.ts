const MOST_MS = 4 * 60 * 1000; // the API allows five minutes: one is left to decide in

/** Whether a sign-in is young enough for what a borrowed phone must not do. */
export function isRecent(signedInAt: string, now: number): boolean {
  return now - Date.parse(signedInAt) < MOST_MS;
}
