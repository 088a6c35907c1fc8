import type { Language } from "@/i18n/language";
import type { Simulation } from "../simulation";

export type Figure = Simulation["figures"][number];

/** A figure's line: as things are, and in the scenario. */
export interface FigureLine {
  name: string;
  label: string;
  now: Figure | null;
  then: Figure | null;
}

const SIDE_OF: Readonly<Record<string, "now" | "then">> = { as_now: "now", scenario: "then" };
const CHANCE = new Set(["chance", "chance_error"]); // told in a sentence of their own

// The API's labels say the side as well; a column does so here.
const SIDES: Record<Language, RegExp> = {
  en: /, (as things are|in this scenario)$/,
  hi: /, (अभी के हिसाब से|इस योजना में)$/,
};

/** What lies between the two sides: the point of it all. */
export function differences(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ side }) => side === "difference");
}

/** Figures under each other by what they are, without the differences, the chance and what the person said themselves. */
export function figureLines(figures: readonly Figure[], language: Language): FigureLine[] {
  const lines = new Map<string, FigureLine>();
  for (const figure of figures) {
    if (!SIDE_OF[figure.side] || CHANCE.has(figure.name)) continue;
    const label = figure.label[language].replace(SIDES[language], "");
    const line = lines.get(figure.name) ?? { name: figure.name, label, now: null, then: null };
    lines.set(figure.name, { ...line, [SIDE_OF[figure.side] ?? "then"]: figure });
  }
  return [...lines.values()];
}
