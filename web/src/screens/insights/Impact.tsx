import { rupees } from "@/format/money";
import { useWords } from "@/i18n/words";
import type { Insight } from "./insights";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** What it is worth in rupees; nothing where it is worth nothing in rupees. */
export function Impact({ impact }: { impact: Insight["impact"] }) {
  const words = useWords(insightWords);
  if (!impact.amount) return null;
  const minor = impact.amount.amountMinor;
  const amount = rupees({ ...impact.amount, amountMinor: Math.abs(minor) });
  const kind = impact.kind;
  const said = kind === "per_year" ? words.perYear(amount) : kind === "at_risk" ? words.atRisk(amount) : words.oneTime(amount);
  const notes = [kind === "at_risk" ? "" : minor < 0 ? words.costs : words.keeps, impact.isEstimate ? words.estimate : ""];
  return (
    <p className={styles.impact}>
      <span className={styles.worth}>{said}</span> <span className={styles.soft}>{notes.filter(Boolean).join(" · ")}</span>
    </p>
  );
}
