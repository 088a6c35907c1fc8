export const PERIODS = ["1m", "3m", "6m", "1y", "5y", "all"] as const;
export type Period = (typeof PERIODS)[number];

interface Told {
  points: readonly unknown[];
}

/** The last year, which is what is shown first; all there is, where somebody was away for so long that it makes no line. */
export async function opening<T extends Told>(read: (period: Period) => Promise<T>): Promise<T> {
  const year = await read("1y");
  return year.points.length < 2 ? read("all") : year;
}

/** The period that an answer names. */
export function asPeriod(named: string): Period {
  return PERIODS.find((period) => period === named) ?? "all";
}
