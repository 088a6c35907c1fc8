import { rupees } from "@/format/money";
import type { Language } from "@/i18n/language";
import type { FieldSpec } from "./kinds";
import type { FieldTrouble } from "./scenario";
import { troubleWords } from "./words";

const LIMITS = {
  less_than_equal: "atMost",
  greater_than_equal: "atLeast",
  greater_than: "above",
  less_than: "below",
} as const;

/** What is wrong, in a sentence that says what to do; the API gives limits of amounts in paise. */
export function troubleText({ problem, limit }: FieldTrouble, type: FieldSpec["type"] | null, language: Language): string {
  const words = troubleWords[language];
  if (limit !== undefined && Object.hasOwn(LIMITS, problem)) {
    const amount = (type === "money" || type === "change") && Number.isSafeInteger(Number(limit));
    return words[LIMITS[problem as keyof typeof LIMITS]](amount ? rupees({ amountMinor: Number(limit), currency: "INR" }) : limit);
  }
  const known = Object.hasOwn(words, problem) ? words[problem as keyof typeof words] : words.other;
  return typeof known === "string" ? known : words.other;
}
