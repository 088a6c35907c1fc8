import { useCallback, useState } from "react";

const PREFIX = "draft:";

/**
 * What is being typed, kept in this tab so that an ended session or a reload loses nothing. `discard` goes back to
 * nothing typed.
 */
export function useDraft<T>(name: string): { draft: T | null; keep: (draft: T) => void; discard: () => void } {
  const key = PREFIX + name;
  const [draft, setDraft] = useState<T | null>(() => read<T>(key));
  const keep = useCallback(
    (changed: T) => {
      setDraft(changed);
      try {
        sessionStorage.setItem(key, JSON.stringify(changed));
      } catch {
        // Storage is full or forbidden: it lasts as long as the screen.
      }
    },
    [key],
  );
  const discard = useCallback(() => {
    setDraft(null);
    sessionStorage.removeItem(key);
  }, [key]);
  return { draft, keep, discard };
}

/** Nothing typed stays behind on a device that others may use. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

function read<T>(key: string): T | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as T); // written by `keep`, in this tab
  } catch {
    return null;
  }
}
