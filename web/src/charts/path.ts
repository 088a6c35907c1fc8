/** A way through points that are placed already. */
export type Placed = readonly [x: number, y: number];

export function linePath(points: readonly Placed[], stepped = false): string {
  return points
    .map(([x, y], n) => {
      const [px, py] = [x.toFixed(1), y.toFixed(1)];
      if (n === 0) return `M${px} ${py}`;
      return stepped ? `H${px}V${py}` : `L${px} ${py}`;
    })
    .join("");
}

/** The area between a lower and an upper line. */
export function bandPath(lower: readonly Placed[], upper: readonly Placed[]): string {
  if (lower.length === 0) return "";
  return `${linePath([...lower, ...upper.toReversed()])}Z`;
}
