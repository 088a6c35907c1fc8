import { useSyncExternalStore } from "react";

/** How the app can be put on this device's home screen; "no": it is there already, or this browser cannot do it. */
export type InstallWay = "press" | "share_menu" | "no";

/** What Chromium says when it would install the app; the DOM's types do not know it. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

const listeners = new Set<() => void>();
let offer: InstallOffer | null = null;

/** From the start of the program: the offer comes once, long before anybody looks for it. */
export function watchForInstall(): void {
  globalThis.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // it is shown where the person looks for it
    keep(event as InstallOffer);
  });
  globalThis.addEventListener("appinstalled", () => keep(null));
}

export function installWay(): InstallWay {
  if (globalThis.matchMedia("(display-mode: standalone)").matches) return "no";
  if (offer) return "press";
  return "standalone" in navigator && navigator.standalone === false ? "share_menu" : "no"; // Safari's on iOS alone
}

export function useInstallWay(): InstallWay {
  return useSyncExternalStore(subscribe, installWay);
}

/** Let the browser ask. An offer can be taken once; where it was declined the browser makes another one some day. */
export async function install(): Promise<void> {
  const made = offer;
  keep(null);
  await made?.prompt();
}

function keep(now: InstallOffer | null): void {
  offer = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
