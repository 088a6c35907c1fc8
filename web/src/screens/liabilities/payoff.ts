import type { Schema } from "@/api/types";
import type { Language } from "@/i18n/language";
import { moneyWords } from "@/money/words";

type Missing = Pick<Schema["MissingFactView"], "id" | "reason" | "needs" | "needsHi">;

/** Why it is not known when a debt ends, by the API's own reason: its EMI may be too low for it ever to end. */
export function whyNoPayoff(accountId: string, missing: readonly Missing[], language: Language): string {
  const words = moneyWords[language];
  const gone = missing.find(({ id }) => id === `L03:${accountId}`);
  if (!gone) return words.payoffUnknown;
  const needs = language === "hi" ? gone.needsHi : gone.needs;
  return gone.reason === "never_ends" ? needs : `${words.payoffUnknown} ${needs}`;
}
