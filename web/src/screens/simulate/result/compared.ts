import type { Language } from "@/i18n/language";
import type { Simulation } from "../simulation";
import { differences, figureLines, type Figure } from "./figures";

export interface ComparedLine {
  name: string;
  label: string;
  sides: readonly [Figure | null, Figure | null];
}

/** The figures of both by what they are, as things are where there is no other: the first's, then what only the second has. */
export function compared(first: Simulation, second: Simulation, language: Language): ComparedLine[] {
  const [left, right] = [first, second].map(({ figures }) => [
    ...differences(figures).map((figure) => ({ name: figure.name, label: figure.label[language], figure })),
    ...figureLines(figures, language).flatMap(({ name, label, then, now }) => {
      const figure = then ?? now;
      return figure ? [{ name, label, figure }] : [];
    }),
  ]);
  const all = [...(left ?? []), ...(right ?? [])];
  const lines = new Map(all.map(({ name, label }) => [name, label]));
  const of = (lines: typeof left, name: string) => lines?.find((line) => line.name === name)?.figure ?? null;
  return [...lines].map(([name, label]) => ({ name, label, sides: [of(left, name), of(right, name)] }));
}
