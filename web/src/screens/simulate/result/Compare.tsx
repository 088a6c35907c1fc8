import { factValue } from "@/facts/factValue";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";
import { compared } from "./compared";

interface CompareProps {
  first: Simulation;
  second: Simulation;
  onStop: () => void;
}

/** Two results side by side: what each was, and every figure that one of them has. */
export function Compare({ first, second, onStop }: CompareProps) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  return (
    <Card
      title={words.compareTitle}
      aside={
        <Button kind="plain" onClick={onStop}>
          {words.stopComparing}
        </Button>
      }
    >
      <div className={styles.sides}>
        {[first, second].map((found, n) => (
          <div key={n} className={styles.side}>
            <h3>{n === 0 ? words.first : words.second}</h3>
            <p>{found.understoodAs[language]}</p>
            {found.assumptions
              .filter(({ told }) => told)
              .map(({ id, label, value, unit, per }) => (
                <p key={id} className={styles.soft}>
                  {label[language]}: {factValue({ value, unit, per }, language)} ({words.byYou})
                </p>
              ))}
            {found.summary.map((sentence) => (
              <p key={sentence.en}>{sentence[language]}</p>
            ))}
          </div>
        ))}
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.compareTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{words.first}</th>
              <th scope="col">{words.second}</th>
            </tr>
          </thead>
          <tbody>
            {compared(first, second, language).map(({ name, label, sides }) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                {sides.map((figure, n) => (
                  <td key={n}>{figure ? factValue(figure, language) : "–"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
