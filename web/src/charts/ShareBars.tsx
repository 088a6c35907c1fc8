import { percent } from "@/format/percent";
import type { Money } from "@/format/money";
import { Amount } from "@/ui/Amount";
import styles from "./ShareBars.module.css";

export interface Share {
  key: string;
  label: string;
  money: Money;
  sharePct: number | null;
}

/** Parts of a whole, the largest first: each with its bar, its share and its amount, so that nothing hangs on colour. */
export function ShareBars({ shares, label }: { shares: readonly Share[]; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {shares.map(({ key, label: name, money, sharePct }) => (
        <li key={key} className={styles.row}>
          <span>{name}</span>
          <span className={styles.figures}>
            {sharePct !== null && <span className={styles.share}>{percent(sharePct)}</span>}
            <Amount money={money} />
          </span>
          <svg className={styles.bar} width="100%" height="8" aria-hidden="true">
            <rect width="100%" height="8" rx="4" className={styles.whole} />
            <rect width={`${Math.max(0.5, Math.min(100, sharePct ?? 0))}%`} height="8" rx="4" className={styles.part} />
          </svg>
        </li>
      ))}
    </ul>
  );
}
