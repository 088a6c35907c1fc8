import type { Overview } from "@/api/types";
import { day } from "@/format/date";
import { rupees } from "@/format/money";
import { useLanguage, useWords } from "@/i18n/words";
import { Amount } from "@/ui/Amount";
import { Card } from "@/ui/Card";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

export function CreditScore({ score }: { score: NonNullable<Overview["creditScore"]> }) {
  const words = useWords(homeWords);
  const language = useLanguage();
  return (
    <Card title={words.score}>
      <p>
        <span className={styles.score}>{score.score}</span> {score.band && isBand(score.band) && words[score.band]}
      </p>
      <p className={styles.soft}>{words.scoreFrom(score.bureau, day(score.reportDate, language))}</p>
    </Card>
  );
}

/** The pension stands apart: it is never part of the fund, nor of net worth. */
export function ProvidentFund({ epf }: { epf: NonNullable<Overview["epf"]> }) {
  const words = useWords(homeWords);
  return (
    <Card title={words.epf}>
      <p className={styles.score}>
        <Amount money={epf.total} />
      </p>
      <div className={styles.soft}>
        {epf.pastEmployers.amountMinor > 0 && <p>{words.epfPast(rupees(epf.pastEmployers))}</p>}
        {epf.pension && epf.pension.amountMinor > 0 && <p>{words.epfPension(rupees(epf.pension))}</p>}
      </div>
    </Card>
  );
}

function isBand(band: string): band is "excellent" | "good" | "fair" | "poor" {
  return ["excellent", "good", "fair", "poor"].includes(band);
}
