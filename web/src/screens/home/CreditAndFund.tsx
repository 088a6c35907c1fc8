import type { Overview } from "@/api/types";
import { day } from "@/format/date";
import { rupees } from "@/format/money";
import { useLanguage, useWords } from "@/i18n/words";
import { Amount } from "@/ui/Amount";
import { Card } from "@/ui/Card";
import { Icon } from "@/ui/Icon";
import { GAPS, type gapsOf } from "./Reconciliation";
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

interface ProvidentFundProps {
  epf: NonNullable<Overview["epf"]>;
  gaps: ReturnType<typeof gapsOf>;
}

/**
 * The pension stands apart: it is never part of the fund, nor of net worth. The fund is told by its memberships; where
 * the provider states another total, that one counts in net worth, and both are told.
 */
export function ProvidentFund({ epf, gaps }: ProvidentFundProps) {
  const words = useWords(homeWords);
  const stated = gaps.filter(({ class: of, detail }) => of === "epf" && detail.amountMinor === epf.total.amountMinor).map((line) => line.stated)[0];
  return (
    <Card title={words.epf}>
      <p className={styles.score}>
        <Amount money={epf.total} />
      </p>
      {stated && (
        <a className={`${styles.checked} alone`} data-tone="warn" href={`#${GAPS}`}>
          <Icon name="alert" size={18} />
          {words.epfStated(rupees(stated))}
        </a>
      )}
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
