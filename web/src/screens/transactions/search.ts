import { rupees } from "@/format/money";
import type { Schema } from "@/api/types";

export type Row = Schema["TransactionView"];

/** Rows in which every word of `sought` stands: in the bank's words, in a name, or in the amount as it is shown. */
export function matching(rows: readonly Row[], sought: string): Row[] {
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  });
}

/** Rows by day, in the order in which they come. */
export function byDay(rows: readonly Row[]): [day: string, rows: Row[]][] {
  const days = new Map<string, Row[]>();
  for (const row of rows) days.set(row.date, [...(days.get(row.date) ?? []), row]);
  return [...days];
}

function textOf(row: Row): string {
  const amount = row.amount ? rupees(row.amount, { paise: true }) : "";
  return [row.narration, row.name, row.bank, row.isin, amount, amount.replaceAll(",", "")].join(" ").toLocaleLowerCase();
}
