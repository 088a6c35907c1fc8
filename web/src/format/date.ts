import type { Language } from "@/i18n/language";

const LOCALES: Record<Language, string> = { en: "en-IN", hi: "hi-IN-u-nu-latn" };
const INDIA = "Asia/Kolkata";
const formatters = new Map<string, Intl.DateTimeFormat>();

/** "2026-10-31" as 31 Oct 2026; a day has no time zone. */
export function day(isoDay: string, language: Language): string {
  const month = language === "hi" ? "long" : "short"; // as the server writes them
  return format(`${isoDay}T00:00:00Z`, language, { day: "numeric", month, year: "numeric", timeZone: "UTC" });
}

/** "2026-10" or a day in it as October 2026. */
export function month(isoMonth: string, language: Language): string {
  return format(`${isoMonth.slice(0, 7)}-01T00:00:00Z`, language, { month: "long", year: "numeric", timeZone: "UTC" });
}

/** A moment by the clocks of India: 31 Oct 2026, 4:05 pm; in Hindi शाम 4:05. */
export function moment(isoMoment: string, language: Language): string {
  const on = day(today(new Date(isoMoment)), language);
  const clock: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", timeZone: INDIA };
  return `${on}, ${format(isoMoment, language, language === "hi" ? { ...clock, dayPeriod: "short" } : clock)}`;
}

/** The day it is in India: "2026-10-31". */
export function today(now: Date = new Date()): string {
  return formatter("en-CA", { timeZone: INDIA }).format(now);
}

function format(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const text = formatter(LOCALES[language], options).format(new Date(iso));
  return text.replace("Sept ", "Sep ").replace("फ\u093cरवरी", "फरवरी"); // two months that browsers write otherwise than the server
}

/** One for each way of writing: making one takes longer than a hundred uses of it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}
