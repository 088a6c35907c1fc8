import type { Schema } from "@/api/types";
import type { LinePoint } from "@/charts/LineChart";

type Trade = Pick<Schema["TransactionView"], "date" | "kind" | "amount">;

/** What was put into funds less what was taken out, after each day that had a trade. Whole paise, summed exactly. */
export function investedOverTime(trades: readonly Trade[]): LinePoint[] {
  const byDay = new Map<string, number>();
  for (const { date, kind, amount } of trades) {
    const sign = kind === "buy" ? 1 : kind === "sell" ? -1 : 0;
    if (sign !== 0 && amount) byDay.set(date, (byDay.get(date) ?? 0) + sign * amount.amountMinor);
  }
  let minor = 0;
  return [...byDay].sort(([a], [b]) => a.localeCompare(b)).map(([on, change]) => ({ on, minor: (minor += change) }));
}
