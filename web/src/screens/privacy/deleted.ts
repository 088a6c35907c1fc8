import { grouped } from "@/format/decimal";
import type { privacyWords } from "./words";

type Words = (typeof privacyWords)["en"];

/** What collections are called; those of the vault are told together, and any that is not named here as other records. */
const NAMES: Readonly<Record<string, Extract<keyof Words, string>>> = {
  assets: "assets",
  liabilities: "liabilities",
  epf: "epf",
  creditScores: "creditScores",
  ledger: "ledger",
  trades: "trades",
  netWorth: "netWorth",
  insights: "insights",
  insightActions: "insightActions",
  conversations: "conversations",
  turns: "turns",
  jobs: "jobs",
  connections: "connections",
  profile: "profile",
  views: "views",
  consentEvents: "consentEvents",
  aiAccess: "aiAccess",
  notices: "notices",
  exports: "exports",
  objects: "objects",
  keys: "keysAndSessions",
  tokens: "keysAndSessions",
};

/** What was deleted, by what it is called, the most first; `left` is no deletion. Counts are whole, never money. */
export function deletedLines(counts: Readonly<Record<string, number>>, words: Words): string[] {
  const byName = new Map<string, number>();
  for (const [collection, count] of Object.entries(counts)) {
    if (count === 0 || collection === "left") continue;
    const name = words[NAMES[collection] ?? "other"] as string;
    byName.set(name, (byName.get(name) ?? 0) + count);
  }
  return [...byName].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name}: ${grouped(String(count))}`);
}
