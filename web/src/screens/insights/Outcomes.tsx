import { factValue } from "@/facts/factValue";
import { day, today } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import type { Insight } from "./insights";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** What came of it: the figures when it was done, and later. */
export function Outcomes({ outcomes }: { outcomes: Insight["outcomes"] }) {
  const words = useWords(insightWords);
  const language = useLanguage();
  return (
    <Card title={words.outcome}>
      {outcomes.map((outcome) => (
        <div key={outcome.afterDays} className={styles.outcome}>
          <h3>{words.outcomeAfter(String(outcome.afterDays), day(today(new Date(outcome.measuredAt)), language))}</h3>
          <p>{outcome.gone ? words.gone : words.stays}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.figure}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {outcome.changes.map(({ factId, label, unit, before, after }) => (
                <tr key={factId}>
                  <th scope="row">{label}</th>
                  <td>{factValue({ value: before, unit }, language)}</td>
                  <td>{after === null ? words.notKnown : factValue({ value: after, unit }, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </Card>
  );
}
