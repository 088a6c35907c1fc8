const NAMES: Readonly<Record<string, string>> = { fi_money: "Fi Money" };

/** What a person calls a provider. */
export function providerName(id: string): string {
  return NAMES[id] ?? id;
}
