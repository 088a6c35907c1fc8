import { useSyncExternalStore } from "react";
import { LANGUAGES, type Language } from "@/i18n/language";

export const THEMES = ["system", "light", "dark"] as const;
export const TEXT_SIZES = ["normal", "large", "larger"] as const;

/** How this device shows the app. Nothing here is about money, so that it may outlive a sign-in. */
export interface Preferences {
  language: Language;
  theme: (typeof THEMES)[number];
  textSize: (typeof TEXT_SIZES)[number];
}

const KEY = "preferences";
const listeners = new Set<() => void>();
let current = stored();

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Storage is full or forbidden: the choice lasts until the page is closed.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Put them on the document, where the style sheets see them. */
export function applyPreferences(): void {
  const root = document.documentElement;
  root.lang = current.language === "hi" ? "hi-IN" : "en-IN";
  root.dataset["theme"] = current.theme;
  root.dataset["text"] = current.textSize;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Preferences {
  const found = parsed();
  return {
    language: oneOf(LANGUAGES, found["language"]) ?? (navigator.language.startsWith("hi") ? "hi" : "en"),
    theme: oneOf(THEMES, found["theme"]) ?? "system",
    textSize: oneOf(TEXT_SIZES, found["textSize"]) ?? "normal",
  };
}

function parsed(): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof found === "object" && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

function oneOf<const T>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}
