import { useState } from "react";
import { day } from "@/format/date";
import { quantity } from "@/format/decimal";
import { rupees } from "@/format/money";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { moneyWords } from "@/money/words";
import styles from "@/money/money.module.css";
import { Amount } from "@/ui/Amount";
import { Button } from "@/ui/Button";
import { byDay, matching, type Row } from "./search";

const AT_ONCE = 120;

/** Rows under their days; a long list is shown in portions. */
export function Rows({ rows, sought }: { rows: readonly Row[]; sought: string }) {
  const words = useWords(moneyWords);
  const shared = useWords(common);
  const language = useLanguage();
  const [most, setMost] = useState(AT_ONCE);
  const found = matching(rows, sought);
  return (
    <>
      <p role="status" className={styles.soft}>
        {rows.length === 0 ? words.noRows : found.length === 0 ? words.noMatch : words.found(String(found.length))}
      </p>
      <div>
        {byDay(found.slice(0, most)).map(([on, of]) => (
          <section key={on} aria-label={day(on, language)}>
            <h2 className={styles.day}>{day(on, language)}</h2>
            <ul className={styles.rows}>
              {of.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {found.length > most && (
        <p>
          <Button kind="second" onClick={() => setMost(most + AT_ONCE)}>
            {shared.more}
          </Button>
        </p>
      )}
    </>
  );
}

/** The sign is told by words too: colour alone says nothing to some. */
function Line({ row }: { row: Row }) {
  const words = useWords(moneyWords);
  const way = row.direction === "in" || row.direction === "out" ? row.direction : null;
  const traded = row.kind === "buy" || row.kind === "sell" ? words[row.kind] : null;
  return (
    <li className={styles.row}>
      <span className={styles.narration}>{row.narration ?? row.name ?? row.isin}</span>
      <span className={styles.right} data-direction={way ?? undefined}>
        {way && <span className="unseen">{words[way]} </span>}
        {way === "in" && <span aria-hidden="true">+</span>}
        {row.amount ? <Amount money={row.amount} paise /> : words.noValue}
      </span>
      <span className={styles.under}>
        <span>{[row.bank, traded, row.units && `${words.units}: ${quantity(row.units)}`].filter(Boolean).join(" · ")}</span>
        {row.balance && <span>{words.balance(rupees(row.balance, { paise: true }))}</span>}
      </span>
    </li>
  );
}
