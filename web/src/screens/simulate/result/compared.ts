import type { Language } from "@/i18n/language";
import type { Simulation } from "../simulation";
import { figureLines, type Figure } from "./figures";

export interface ComparedLine {
  name: string;
  label: string;
  sides: readonly [Figure | null, Figure | null];
}

/** The figures of both scenarios by what they are: the first's in its order, then what only the second has. */
export function compared(first: Simulation, second: Simulation, language: Language): ComparedLine[] {
  const [left, right] = [first, second].map((found) =>
    figureLines(found.figures, language).flatMap((line) => {
      const figure = line.then ?? line.difference;
      return figure ? [{ name: line.name, label: line.label, figure }] : [];
    }),
  );
  const all = [...(left ?? []), ...(right ?? [])];
  const lines = new Map(all.map(({ name, label }) => [name, label]));
  const of = (lines: typeof left, name: string) => lines?.find((line) => line.name === name)?.figure ?? null;
  return [...lines].map(([name, label]) => ({ name, label, sides: [of(left, name), of(right, name)] }));
}
