const CODE = /\b[A-Z]{1,3}\d{2}[A-Z]*(?::[\w:-]+)?\b/g;

/** A formula with the names of figures in place of their codes: "T02 - T01" as "Spending a month − Income a month". */
export function formulaWords(formula: string, labels: ReadonlyMap<string, string>): string {
  return formula.replace(CODE, (code) => labels.get(code) ?? code).replace(/ - /g, " − ");
}
