import type { Language } from "@/i18n/language";
import type { Simulation } from "../simulation";

export type Figure = Simulation["figures"][number];

/** A figure's line: as things are, in the scenario, and what lies between. */
export interface FigureLine {
  name: string;
  label: string;
  now: Figure | null;
  then: Figure | null;
  difference: Figure | null;
}

// The API's labels say the side as well; a column does so here.
const SIDES: Record<Language, RegExp> = {
  en: /, (as things are|in this scenario)$/,
  hi: /, (अभी के हिसाब से|इस योजना में)$/,
};

/** Figures under each other by what they are; what the person said themselves is left out. */
export function figureLines(figures: readonly Figure[], language: Language): FigureLine[] {
  const lines = new Map<string, FigureLine>();
  for (const figure of figures) {
    if (figure.side === "asked") continue;
    const label = figure.label[language].replace(SIDES[language], "");
    const line = lines.get(figure.name) ?? { name: figure.name, label, now: null, then: null, difference: null };
    const side = figure.side === "as_now" ? "now" : figure.side === "difference" ? "difference" : "then";
    lines.set(figure.name, { ...line, [side]: figure });
  }
  return [...lines.values()];
}
