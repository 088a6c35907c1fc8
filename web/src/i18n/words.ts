import type { Language } from "./language";
import { usePreferences } from "@/preferences/preferences";

type Entry = string | ((...values: never[]) => string);
type Translated<E> = E extends (...values: infer V) => string ? (...values: V) => string : string;
export type Words<W> = { readonly [K in keyof W]: Translated<W[K]> };

/** A dictionary: a sentence, or a function that puts values into one, for each key in both languages. */
export type Dictionary<W> = Record<Language, Words<W>>;

/** Hindi must have every key of English, and take the same values. */
export function dictionary<const W extends Record<string, Entry>>(en: W, hi: NoInfer<Words<W>>): Dictionary<W> {
  return { en: en as unknown as Words<W>, hi };
}

/** The words of `of` in the person's language. */
export function useWords<W>(of: Dictionary<W>): Words<W> {
  return of[useLanguage()];
}

export function useLanguage(): Language {
  return usePreferences().language;
}

/** A text that the API sends in both languages. */
export function useTold(): (text: { en: string; hi: string }) => string {
  const language = useLanguage();
  return (text) => text[language];
}
