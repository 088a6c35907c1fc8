const OF_THE_CATALOGUE = /^[CDELMNQT]\d{2}[A-Z]*(:|$)/;
const OF_THEN = /:as-of-\d/;

/** Whether the API can be asked for a figure. Sums, what-ifs, bank rows and days of an answer, and what was once, it does not keep. */
export function isStored(factId: string): boolean {
  return OF_THE_CATALOGUE.test(factId) && !OF_THEN.test(factId);
}
