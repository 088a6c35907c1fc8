import { getApp } from "firebase/app";
import { getMessaging, getToken } from "firebase/messaging";

/** Where pushes reach this browser; they are shown by our own service worker (public/push.js). */
export async function pushToken(): Promise<string> {
  return getToken(getMessaging(getApp()), { serviceWorkerRegistration: await navigator.serviceWorker.ready });
}
