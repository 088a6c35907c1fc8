import { initializeApp } from "firebase/app";
import {
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  signInWithCustomToken,
  signOut,
  type Auth,
} from "firebase/auth";
import type { ClientConfig } from "@/api/types";

/** Firebase Auth of this deployment; loaded apart from what is painted first. */
export function openIdentity({ firebase }: ClientConfig): Auth {
  const app = initializeApp({
    apiKey: firebase.apiKey,
    authDomain: firebase.authDomain,
    projectId: firebase.projectId,
    appId: firebase.appId,
  });
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
  if (firebase.authEmulatorUrl) connectAuthEmulator(auth, firebase.authEmulatorUrl, { disableWarnings: true });
  return auth;
}

export { onAuthStateChanged, signInWithCustomToken, signOut };
