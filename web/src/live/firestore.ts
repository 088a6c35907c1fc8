import { getApp } from "firebase/app";
import { connectFirestoreEmulator, doc, initializeFirestore, onSnapshot, type Firestore } from "firebase/firestore";

/** What the person may read live: their overview's document and their jobs. */
export type LivePath = ["views", "overview"] | ["jobs", string];

let opened: Firestore | undefined;

/** Tell of each change after the first look, until the returned function is called. */
export function watch(emulatorUrl: string | null, uid: string, path: LivePath, changed: () => void): () => void {
  opened ??= open(emulatorUrl);
  let looked = false;
  return onSnapshot(
    doc(opened, "users", uid, ...path),
    ({ metadata }) => {
      if (metadata.fromCache) return;
      if (looked) changed();
      looked = true;
    },
    () => undefined, // refused or cut off: the screens look by themselves, only less often
  );
}

function open(emulatorUrl: string | null): Firestore {
  const database = initializeFirestore(getApp(), {});
  if (emulatorUrl) {
    const { hostname, port } = new URL(emulatorUrl);
    connectFirestoreEmulator(database, hostname, Number(port));
  }
  return database;
}
