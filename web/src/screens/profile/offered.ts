/** What a budget can be of, by id and name: what has none yet, and its own, also where the app has no name for that. */
export function offered(names: Readonly<Record<string, string>>, taken: ReadonlySet<string>, own: string): [id: string, name: string][] {
  const free = Object.entries(names).filter(([id]) => id === own || !taken.has(id));
  return Object.hasOwn(names, own) ? free : [[own, own], ...free];
}
