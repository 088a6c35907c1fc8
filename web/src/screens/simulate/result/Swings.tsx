import { factValue } from "@/facts/factValue";
import { useLanguage, useWords } from "@/i18n/words";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";

/** The main figure once more, where an assumption is lower and higher. */
export function Swings({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  if (found.sensitivity.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{words.swing}</summary>
      <p className={styles.soft}>{words.swingText}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.swing}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.assumption}</th>
              <th scope="col">{words.ifLower}</th>
              <th scope="col">{words.ifHigher}</th>
            </tr>
          </thead>
          <tbody>
            {found.sensitivity.map(({ assumptionId, lowValue, highValue, low, high }) => {
              const assumption = found.assumptions.find(({ id }) => id === assumptionId);
              const { unit = "count", per } = assumption ?? {};
              return (
                <tr key={assumptionId}>
                  <th scope="row">{assumption?.label[language] ?? assumptionId}</th>
                  <td>
                    <span className={styles.soft}>{factValue({ value: lowValue, unit, per }, language)}:</span> {factValue(low, language)}
                  </td>
                  <td>
                    <span className={styles.soft}>{factValue({ value: highValue, unit, per }, language)}:</span> {factValue(high, language)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
