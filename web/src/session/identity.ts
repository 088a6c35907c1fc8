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
  const { apiKey, authDomain, projectId, appId } = firebase;
  const messagingSenderId = appId.split(":")[1] ?? ""; // the project's number: "1:<number>:web:<hash>"
  const app = initializeApp({ apiKey, authDomain, projectId, appId, messagingSenderId });
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
  if (firebase.authEmulatorUrl) connectAuthEmulator(auth, firebase.authEmulatorUrl, { disableWarnings: true });
  return auth;
}

export { onAuthStateChanged, signInWithCustomToken, signOut };
