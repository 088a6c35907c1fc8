import { useEffect, useEffectEvent } from "react";
import { useSignedIn } from "@/session/session";
import { useOnline } from "@/ui/useOnline";
import type { LivePath } from "./firestore";

/** Calls `changed` when a document of the person's changes. The library is large, and fetched once there is time for it. */
export function useLive(path: LivePath | null, changed: () => void): void {
  const { config, person } = useSignedIn();
  const onChange = useEffectEvent(changed);
  const [folder, name] = path ?? [];
  const { uid } = person;
  const online = useOnline();
  const emulatorUrl = config.firebase.firestoreEmulatorUrl;
  useEffect(() => {
    if (!online || folder === undefined || name === undefined) return undefined;
    let stop: (() => void) | null = null;
    let wanted = true;
    const begin = () =>
      void import("./firestore").then(
        ({ watch }) => wanted && (stop = watch(emulatorUrl, uid, [folder, name] as LivePath, () => onChange())),
        () => undefined, // offline, or a newer version is out: nothing is live then
      );
    const cancel = whenIdle(begin);
    return () => {
      wanted = false;
      cancel();
      stop?.();
    };
  }, [online, emulatorUrl, uid, folder, name]);
}

function whenIdle(task: () => void): () => void {
  if ("requestIdleCallback" in globalThis) {
    const id = requestIdleCallback(task, { timeout: 5000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(task, 1500); // Safari
  return () => clearTimeout(id);
}
