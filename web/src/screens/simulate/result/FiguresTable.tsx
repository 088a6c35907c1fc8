import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { factsQuery } from "@/api/queries";
import { FactDialog, type ShownFigure } from "@/facts/FactDialog";
import { factValue } from "@/facts/factValue";
import { useLanguage, useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Skeleton } from "@/ui/Skeleton";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import { differences, figureLines, type Figure } from "./figures";
import styles from "../simulate.module.css";

/** Every figure of a result, what lies between first; each opens to its formula and what it rests on. */
export function FiguresTable({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const between = differences(found.figures);
  const homes = found.kind === "rent_vs_buy"; // both sides of it are choices
  const cell = (figure: Figure | null) => (figure ? factValue(figure, language) : "–");
  return (
    <>
      {between.length > 0 && (
        <ul className={styles.tiles} aria-label={words.difference}>
          {between.map((figure) => (
            <li key={figure.id} className={styles.tile}>
              <strong>{factValue(figure, language)}</strong>
              <button
                type="button"
                className={styles.open}
                aria-haspopup="dialog"
                onClick={() => setOpened({ label: figure.label[language], figure })}
              >
                {figure.label[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.figures}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{homes ? words.renting : words.now}</th>
              <th scope="col">{homes ? words.buying : words.then}</th>
            </tr>
          </thead>
          <tbody>
            {figureLines(found.figures, language).map(({ name, label, now, then }) => {
              const figure = then ?? now;
              return (
                <tr key={name}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.open}
                      aria-haspopup="dialog"
                      onClick={() => figure && setOpened({ label, figure })}
                    >
                      {label}
                    </button>
                  </th>
                  <td>{cell(now)}</td>
                  <td>{cell(then)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Dialog title={opened?.label ?? ""} open={opened !== null} onClose={() => setOpened(null)}>
        {opened && <Workings figure={opened.figure} found={found} />}
      </Dialog>
    </>
  );
}

interface Opened {
  label: string;
  figure: Figure;
}

/** The formula of a figure, the assumptions in it, and the person's own figures that it rests on. */
function Workings({ figure, found }: { figure: Figure; found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const { data, isPending } = useQuery(factsQuery);
  const [fact, setFact] = useState<ShownFigure | null>(null);
  const assumed = found.assumptions.filter(({ id }) => figure.inputs.some((input) => input.startsWith("ASM:") && input.endsWith(`:${id}`)));
  const facts = (data?.facts ?? []).filter(({ id }) => figure.inputs.includes(id));
  return (
    <div className={styles.workings}>
      <dl>
        <dt>{words.howTo}</dt>
        <dd>{figure.formula[language]}</dd>
      </dl>
      {facts.length + assumed.length > 0 && <h3>{words.rests}</h3>}
      {isPending && <Skeleton lines={2} />}
      <ul className={styles.inputs}>
        {facts.map((each) => {
          const label = language === "hi" && each.labelHi ? each.labelHi : each.label;
          return (
            <li key={each.id}>
              <button type="button" className={styles.open} onClick={() => setFact({ factId: each.id, label, value: each.value, unit: each.unit, per: each.per })}>
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
