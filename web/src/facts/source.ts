/** The word for what is read, by the collection that a fact's source lies in. */
const SOURCES = {
  assets: "asset",
  liabilities: "liability",
  ledger: "ledger",
  trades: "trades",
  creditScores: "creditReport",
  netWorth: "netWorthDays",
  epf: "epf",
  you: "enteredByYou",
} as const;

/** What a source is called: "creditScores/fi_2026-10-31" is the credit report. */
export function sourceOf(path: string): (typeof SOURCES)[keyof typeof SOURCES] | "otherSource" {
  const kind = path.split("/")[0] ?? "";
  return Object.hasOwn(SOURCES, kind) ? SOURCES[kind as keyof typeof SOURCES] : "otherSource";
}
