import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { factValue } from "@/facts/factValue";
import { month, today } from "@/format/date";
import { roundedText } from "@/format/decimal";
import { percent } from "@/format/percent";
import { useLanguage, useWords } from "@/i18n/words";
import { monthsAfter } from "@/money/monthsAfter";
import { moneyWords } from "@/money/words";
import styles from "@/money/money.module.css";
import { Amount } from "@/ui/Amount";
import { whyNoPayoff } from "./payoff";

type Facts = Pick<Schema["FactsView"], "facts" | "missing">;

interface DebtProps {
  account: Schema["AccountView"];
  facts: Facts | undefined;
}

/** One loan or card: what is known of it, and when it ends; every figure is one of the API's facts. */
export function Debt({ account, facts }: DebtProps) {
  const words = useWords(moneyWords);
  const language = useLanguage();
  const known = (code: string) => facts?.facts.find(({ id }) => id === `${code}:${account.id}`);
  const card = account.kind === "credit_card";
  const rate = known("L01R");
  const emi = known("L01E");
  const left = known("L03");
  const used = known("C02D");
  const rows: [string, ReactNode][] = [];
  if (account.original) rows.push([words.original, <Amount key="original" money={account.original} />]);
  if (account.limit) rows.push([words.limit, <Amount key="limit" money={account.limit} />]);
  if (used) rows.push([words.utilisation, percent(used.value)]);
  if (rate) rows.push([words.rate, `${percent(rate.value)} ${card ? words.cardRate : words.aYear}`]);
  if (emi?.amount) rows.push([words.emi, <Amount key="emi" money={emi.amount} />]);
  if (left) rows.push([words.left, factValue(left, language)]);
  if (account.overdue && account.overdue.amountMinor > 0) rows.push([words.overdue, <Amount key="overdue" money={account.overdue} />]);
  return (
    <article className={styles.debt}>
      <div className={styles.between}>
        <h3>
          {account.institution} {account.maskedNumber && <span className={styles.soft}>{words.ending(account.maskedNumber)}</span>}
        </h3>
        {account.value ? <Amount money={account.value} paise /> : <span>{words.noValue}</span>}
      </div>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {left && <p>{words.ends(month(monthsAfter(today(), Number(roundedText(left.value, 0))), language))}</p>}
      {left && !card && (
        <p>
          <Link to={`/simulate?kind=loan_prepayment&debt=${encodeURIComponent(account.id)}`} className="alone">
            {words.tryIt}
          </Link>
        </p>
      )}
      {!left && !card && facts && <p className={styles.soft}>{whyNoPayoff(account.id, facts.missing, language)}</p>}
    </article>
  );
}
