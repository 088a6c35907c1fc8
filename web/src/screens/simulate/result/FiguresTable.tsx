import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { factsQuery } from "@/api/queries";
import { FactDialog } from "@/facts/FactDialog";
import { factValue } from "@/facts/factValue";
import { useLanguage, useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import { figureLines, type Figure, type FigureLine } from "./figures";
import styles from "../simulate.module.css";

/** Every figure of a result; each line opens to its formula and what it rests on. */
export function FiguresTable({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const [opened, setOpened] = useState<FigureLine | null>(null);
  const lines = figureLines(found.figures, language);
  const differs = lines.some(({ difference }) => difference);
  const cell = (figure: Figure | null) => (figure ? factValue(figure, language) : "");
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.figures}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.then}</th>
            {differs && <th scope="col">{words.difference}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">
                <button type="button" className={styles.open} aria-haspopup="dialog" onClick={() => setOpened(line)}>
                  {line.label}
                </button>
              </th>
              <td>{cell(line.now)}</td>
              <td>{cell(line.then)}</td>
              {differs && <td>{cell(line.difference)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog title={opened?.label ?? ""} open={opened !== null} onClose={() => setOpened(null)}>
        {opened && <Workings line={opened} found={found} />}
      </Dialog>
    </div>
  );
}

/** The formula of a line, the assumptions in it, and the person's own figures that it rests on. */
function Workings({ line, found }: { line: FigureLine; found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const { data } = useQuery(factsQuery);
  const [fact, setFact] = useState<{ factId: string; label: string; value: string; unit: string } | null>(null);
  const figure = line.then ?? line.difference ?? line.now;
  if (!figure) return null;
  const assumed = found.assumptions.filter(({ id }) => figure.inputs.some((input) => input.startsWith("ASM:") && input.endsWith(`:${id}`)));
  const facts = (data?.facts ?? []).filter(({ id }) => figure.inputs.includes(id));
  return (
    <div className={styles.workings}>
      <dl>
        <dt>{words.howTo}</dt>
        <dd>{figure.formula}</dd>
      </dl>
      {facts.length + assumed.length > 0 && <h3>{words.rests}</h3>}
      <ul className={styles.inputs}>
        {facts.map((each) => {
          const label = language === "hi" && each.labelHi ? each.labelHi : each.label;
          return (
            <li key={each.id}>
              <button type="button" className={styles.open} onClick={() => setFact({ factId: each.id, label, value: each.value, unit: each.unit })}>
                {label}
              </button>
              <span>{factValue(each, language)}</span>
            </li>
          );
        })}
        {assumed.map((each) => (
          <li key={each.id}>
            <span>{each.label[language]}</span>
            <span>{factValue(each, language)}</span>
          </li>
        ))}
      </ul>
      <FactDialog figure={fact} onClose={() => setFact(null)} />
    </div>
  );
}
