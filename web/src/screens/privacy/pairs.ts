interface Grant {
  scope: string;
  purpose: string;
}

/** Grants by kind of data, in the order in which they came. */
export function pairsOf(grants: readonly Grant[]): { scope: string; purposes: string[] }[] {
  const byScope = new Map<string, string[]>();
  for (const { scope, purpose } of grants) byScope.set(scope, [...(byScope.get(scope) ?? []), purpose]);
  return [...byScope].map(([scope, purposes]) => ({ scope, purposes }));
}
