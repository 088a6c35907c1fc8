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

/**
 * What was chosen here; the language that the profile brought along, which counts where none was chosen; and the one that
 * was chosen and of which the profile has not heard yet.
 */
type Kept = { [K in keyof Preferences]?: Preferences[K] | undefined } & { adopted?: Language | undefined; untold?: Language | undefined };

const KEY = "preferences";
const listeners = new Set<() => void>();
let kept = stored();
let current = inForce(kept);

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function prefer(change: Partial<Preferences>): void {
  keep({ ...kept, ...change, ...(change.language ? { untold: change.language } : {}) });
}

/** The language that was chosen here, until the profile has it: what the server writes is to be in it too. */
export function untoldLanguage(): Language | null {
  return kept.untold ?? null;
}

export function useUntoldLanguage(): Language | null {
  return useSyncExternalStore(subscribe, untoldLanguage);
}

/** The profile has this language; another may have been chosen meanwhile. */
export function languageIsTold(language: Language): void {
  if (kept.untold === language) keep({ ...kept, untold: undefined });
}

/** Whether somebody chose the language on this device; what the browser speaks is no choice. */
export function languageIsChosen(): boolean {
  return kept.language !== undefined;
}

/** Show the app in the language of the profile, until another is chosen here. */
export function adoptLanguage(language: Language): void {
  keep({ ...kept, adopted: language });
}

function keep(now: Kept): void {
  kept = now;
  current = inForce(kept);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
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

function inForce({ language, adopted, theme = "system", textSize = "normal" }: Kept): Preferences {
  return { language: language ?? adopted ?? (navigator.language.startsWith("hi") ? "hi" : "en"), theme, textSize };
}

function stored(): Kept {
  const found = parsed();
  return {
    language: oneOf(LANGUAGES, found["language"]),
    adopted: oneOf(LANGUAGES, found["adopted"]),
    untold: oneOf(LANGUAGES, found["untold"]),
    theme: oneOf(THEMES, found["theme"]),
    textSize: oneOf(TEXT_SIZES, found["textSize"]),
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
