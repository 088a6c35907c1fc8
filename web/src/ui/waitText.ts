import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import type { Language } from "@/i18n/language";

const COUNTED_S = 120;

/** How long to wait: counted while it is short, by the clock where it is hours. */
export function waitText(seconds: number, now: Date, language: Language): string {
  const words = common[language];
  if (seconds <= COUNTED_S) return words.waitSeconds(String(seconds));
  return words.waitUntil(moment(new Date(now.getTime() + seconds * 1000).toISOString(), language));
}
