import { api } from "@/api/client";
import type { ClientConfig } from "@/api/types";

/** Whether this browser shows what the person is told, or why it cannot. */
export type PushState = "local" | "unsupported" | "denied" | "off" | "on";

interface Kept {
  token: string;
  keptAt: number;
}

const RENEW_AFTER_MS = 7 * 24 * 3600 * 1000;

export function pushState({ firebase }: ClientConfig, uid: string): PushState {
  if (firebase.authEmulatorUrl) return "local";
  if (!("Notification" in globalThis && "PushManager" in globalThis && "serviceWorker" in navigator)) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  return Notification.permission === "granted" && kept(uid) ? "on" : "off";
}

/** Ask for the permission, in answer to a press alone; then have pushes sent here. False: it was not given. */
export async function turnOn(uid: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== "granted") return false;
  await register(uid);
  return true;
}

/** Firebase changes a browser's token now and then, and a token that nobody renews is forgotten. */
export async function renew(uid: string): Promise<void> {
  const known = kept(uid);
  if (known && Date.now() - known.keptAt > RENEW_AFTER_MS) await register(uid);
}

/** Nothing is shown here any more, also where the API cannot be told; then it throws, and the token leads nowhere. */
export async function turnOff(uid: string): Promise<void> {
  const known = kept(uid);
  if (!known) return;
  localStorage.removeItem(keyOf(uid));
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  await api.DELETE("/api/push-tokens", { body: { token: known.token } });
}

async function register(uid: string): Promise<void> {
  const { pushToken } = await import("./messaging");
  const token = await pushToken();
  await api.POST("/api/push-tokens", { body: { token } });
  localStorage.setItem(keyOf(uid), JSON.stringify({ token, keptAt: Date.now() } satisfies Kept));
}

function kept(uid: string): Kept | null {
  const found = localStorage.getItem(keyOf(uid));
  return found === null ? null : (JSON.parse(found) as Kept); // written by `register`
}

function keyOf(uid: string): string {
  return `push:${uid}`;
}
