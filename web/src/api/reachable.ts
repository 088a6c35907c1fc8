import { onlineManager } from "@tanstack/react-query";

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;
const PROBE_MS = 10_000;

// The library believes that there is a network until it is told otherwise, also when the app is opened without one.
onlineManager.setOnline(navigator.onLine);

let asking = false;

/** A call got no answer. The browser can see a network where nothing comes through: until something does, the app is offline. */
export async function noAnswer(): Promise<void> {
  if (asking) return;
  asking = true;
  for (let wait = FIRST_WAIT_MS; !(await somethingAnswers()); wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    onlineManager.setOnline(false);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  asking = false;
  onlineManager.setOnline(true);
}

function somethingAnswers(): Promise<boolean> {
  return globalThis.fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(PROBE_MS) }).then(
    () => true, // an answer that refuses is one
    () => false,
  );
}
