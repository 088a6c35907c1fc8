import { day } from "@/format/date";
import { grouped, roundedText } from "@/format/decimal";
import { rupees } from "@/format/money";
import { percent } from "@/format/percent";
import type { Language } from "@/i18n/language";
import { factWords, textWords } from "./words";

/** A figure as the API says it: `value` is exact text in `unit`. */
export interface Said {
  value: string;
  unit: string;
  per?: string | null | undefined;
}

/** "42530.00" of "INR" per "month" as ₹42,530 a month. */
export function factValue({ value, unit, per }: Said, language: Language): string {
  const words = factWords[language];
  const text = bare(value, unit, language);
  if (per === "month") return unit === "INR" ? words.perMonth(text) : text;
  if (per === "year") return words.perYear(text);
  return text;
}

/** Exact rupees in whole paise; "-0.005" rounds away from zero. */
export function minorOf(exactRupees: string): number {
  const [whole = "0", fraction = ""] = roundedText(exactRupees, 2).split(".");
  return Number(whole + fraction.padEnd(2, "0"));
}

function bare(value: string, unit: string, language: Language): string {
  const words = factWords[language];
  switch (unit) {
    case "INR":
      return rupees({ amountMinor: minorOf(value), currency: "INR" });
    case "percent":
      return percent(value);
    case "date":
      return day(value, language);
    case "months":
      return words.months(counted(value));
    case "years":
      return words.years(counted(value));
    case "days":
      return words.days(counted(value));
    case "ratio":
      return words.times(counted(value));
    case "text":
      return termFor(value, language) ?? value;
    case "units":
      return number(value, 3);
    default:
      return counted(value);
  }
}

/** What a figure is that is no number, such as a kind of debt; null for what has no words of ours. */
export function termFor(value: string, language: Language): string | null {
  return Object.hasOwn(textWords.en, value) ? textWords[language][value as keyof typeof textWords.en] : null;
}

/** To a tenth; two decimals below 1, where a tenth is coarse. */
function counted(value: string): string {
  return number(value, Math.abs(Number(value)) < 1 ? 2 : 1);
}

function number(value: string, places: number): string {
  const text = roundedText(value, places);
  const [whole = "0", fraction] = text.replace("-", "").split(".");
  return (text.startsWith("-") ? "−" : "") + grouped(whole) + (fraction ? `.${fraction}` : "");
}
