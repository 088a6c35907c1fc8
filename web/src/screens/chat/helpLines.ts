/** Help lines of India that an answer can name. */
const LINES = [
  { number: "14416", word: "teleManas", named: /Tele-MANAS|टेली-मानस/ },
  { number: "112", word: "emergency", named: /Tele-MANAS|टेली-मानस/ },
  { number: "1930", word: "cybercrime", named: /cybercrime help line|साइबर अपराध हेल्पलाइन/ },
  { number: "1098", word: "childHelp", named: /child help line|चाइल्ड हेल्पलाइन/ },
  { number: "14448", word: "reserveBank", named: /Reserve Bank|रिज़र्व बैंक/ },
] as const;

export type HelpLine = (typeof LINES)[number];

/** The lines to call that a text names, in its order; a figure that happens to read alike is none. */
export function helpLinesIn(text: string): HelpLine[] {
  const at = ({ number }: HelpLine) => text.search(new RegExp(`(?<!\\d)${number}(?!\\d)`));
  return LINES.filter((line) => line.named.test(text) && at(line) >= 0).sort((one, other) => at(one) - at(other));
}
