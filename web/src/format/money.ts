import { grouped, roundedText } from "./decimal";
import type { Language } from "@/i18n/language";

/** An amount as the API sends it: whole paise. */
export interface Money {
  amountMinor: number;
  currency: string;
}

const LAKH_MINOR = 100_000_00;
const CRORE_MINOR = 100 * LAKH_MINOR;
const SCALES: Record<Language, { lakh: string; crore: string }> = {
  en: { lakh: "lakh", crore: "crore" },
  hi: { lakh: "लाख", crore: "करोड़" },
};

/** ₹12,34,567, rounded half up to the rupee; with `paise` the paise too, where there are any. */
export function rupees(money: Money, { paise = false, sign = false } = {}): string {
  const minor = wholeMinor(money);
  const text = roundedText(shifted(Math.abs(minor), 2), paise ? 2 : 0);
  const [whole = "0", fraction] = text.split(".");
  return prefix(minor, text, sign) + grouped(whole) + (fraction ? `.${fraction.padEnd(2, "0")}` : "");
}

/** ₹12.35 lakh or ₹1.2 crore from a lakh on, for headlines and axes; below that as `rupees`. */
export function shortRupees(money: Money, language: Language, { sign = false } = {}): string {
  const size = Math.abs(wholeMinor(money));
  const { lakh, crore } = SCALES[language];
  if (size >= CRORE_MINOR - LAKH_MINOR / 200) return scaled(money, roundedText(shifted(size, 9), 2), crore, sign);
  if (size >= LAKH_MINOR - 50) return scaled(money, roundedText(shifted(size, 7), 2), lakh, sign);
  return rupees(money, { sign });
}

/** "1,25,000" or "1.25 lakh" or "₹2cr" as typed, in paise; null for what is no amount. */
export function typedMinor(text: string): number | null {
  const match = /^₹?\s*([\d,]*\.?\d*)\s*(lakhs?|lac|l|लाख|crores?|cr|करोड़|k|हज़ार)?$/i.exec(text.trim());
  const digits = match?.[1]?.replaceAll(",", "") ?? "";
  if (!match || !/\d/.test(digits)) return null;
  const zeros = scaleZeros((match[2] ?? "").toLowerCase()) + 2;
  const [whole = "", fraction = ""] = digits.split(".");
  if (fraction.length > zeros) return null;
  const minor = Number(whole + fraction.padEnd(zeros, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Paise as a person would type them: "125000" or "125000.50". */
export function typedText(minor: number): string {
  const [whole = "0", fraction] = roundedText(shifted(minor, 2), 2).split(".");
  return fraction ? `${whole}.${fraction.padEnd(2, "0")}` : whole;
}

function scaleZeros(scale: string): number {
  if (/^(l|लाख)/.test(scale)) return 5;
  if (/^(c|करोड़)/.test(scale)) return 7;
  return scale ? 3 : 0;
}

function scaled(money: Money, number: string, unit: string, sign: boolean): string {
  return `${prefix(money.amountMinor, number, sign)}${number} ${unit}`;
}

/** A real minus sign: a hyphen is read as a dash, and breaks the line. */
function prefix(minor: number, shown: string, sign: boolean): string {
  if (shown === "0") return "₹";
  return minor < 0 ? "−₹" : sign ? "+₹" : "₹";
}

/** `minor` with the decimal point `places` to the left. */
function shifted(minor: number, places: number): string {
  const digits = minor.toFixed(0).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function wholeMinor({ amountMinor, currency }: Money): number {
  if (currency !== "INR" || !Number.isSafeInteger(amountMinor)) throw new RangeError("not an exact amount of rupees");
  return amountMinor;
}
