import type { Money } from "@/format/money";

/** Paise on a chart as an amount that can be written. */
export function inr(amountMinor: number): Money {
  return { amountMinor, currency: "INR" };
}
