/** Where values stand on a chart. Positions are floats; the figures that are written are never taken from here. */
export interface Scale {
  at: (value: number) => number;
  ticks: number[];
}

/** From `low` to `high` onto `from` to `to`, with about `count` round ticks that enclose both. */
export function niceScale(low: number, high: number, from: number, to: number, count = 4): Scale {
  const span = high - low || Math.abs(high) || 1;
  const step = niceStep(span / count);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step);
  return { at: linear(first * step, last * step, from, to), ticks };
}

/** A day "2026-10-31" as a number to place it by. */
export function dayNumber(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000;
}

export function linear(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  return Math.max(step * power, 1);
}
