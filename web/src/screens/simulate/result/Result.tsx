import { factValue } from "@/facts/factValue";
import { grouped } from "@/format/decimal";
import { useLanguage, useWords } from "@/i18n/words";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";
import { Charts } from "./Charts";
import { FiguresTable } from "./FiguresTable";
import { Swings } from "./Swings";

/** What a scenario comes to: in sentences, in figures, over time. */
export function Result({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  return (
    <>
      <Summary found={found} />
      <FiguresTable found={found} />
      <Charts found={found} />
      {found.chance && (
        <div>
          <p>{words.chance(factValue({ value: found.chance.pct, unit: "percent" }, language), found.chance.meaning[language])}</p>
          <p className={styles.soft}>{words.chanceError(found.chance.errorPoints, grouped(String(found.chance.paths)))}</p>
        </div>
      )}
      <Swings found={found} />
      {found.warnings.length > 0 && (
        <div>
          <h3>{words.know}</h3>
          <ul className={styles.notes}>
            {found.warnings.map(({ code, text }) => (
              <li key={code}>{text[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Summary({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  return (
    <div className={styles.summary}>
      {!found.reading && <p className={styles.soft}>{found.understoodAs[language]}</p>}
      {found.summary.map((sentence) => (
        <p key={sentence.en} className={styles.lead}>
          {sentence[language]}
        </p>
      ))}
      <p className={styles.soft}>{words.notAdvice}</p>
    </div>
  );
}
