import { percent } from "@/format/percent";
import { useWords } from "@/i18n/words";
import type { Category, Insight } from "./insights";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** How pressing, about what, how sure, and how far the person is with it. */
export function Tags({ insight }: { insight: Insight }) {
  const words = useWords(insightWords);
  const { severity, state } = insight;
  const rank = severity === "high" || severity === "medium" ? severity : "low";
  const stage = state === "implementing" || state === "done" || state === "new" ? words[`tag_${state}`] : null;
  return (
    <ul className={styles.tags}>
      <li className={styles.severity} data-severity={rank}>
        {words[rank]}
      </li>
      <li>{words[insight.category as Category]}</li>
      <li>{words.confidence(percent(Math.round(insight.confidence * 100)))}</li>
      {stage && <li>{stage}</li>}
    </ul>
  );
}
