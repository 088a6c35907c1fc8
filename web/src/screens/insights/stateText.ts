import { day, today } from "@/format/date";
import type { Language } from "@/i18n/language";
import type { Insight } from "./insights";
import type { insightWords } from "./words";

/** Where an insight is that the person did something with; null while it lies before them. */
export function stateText({ state, snoozedUntil }: Insight, words: (typeof insightWords)["en"], language: Language): string | null {
  switch (state) {
    case "dismissed":
    case "implementing":
    case "done":
    case "resolved":
      return words[`state_${state}`];
    case "snoozed":
      return words.state_snoozed(snoozedUntil === null ? "" : day(today(new Date(snoozedUntil)), language));
    default:
      return null;
  }
}
