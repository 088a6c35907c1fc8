import type { Schema } from "@/api/types";
import { day } from "@/format/date";
import { grouped, quantity, roundedText } from "@/format/decimal";
import { rupees } from "@/format/money";
import { useClassLabel } from "@/i18n/classes";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Origin } from "@/money/Origin";
import { moneyWords } from "@/money/words";
import styles from "@/money/money.module.css";
import { Amount } from "@/ui/Amount";
import { Card } from "@/ui/Card";
import folded from "@/ui/Folded.module.css";

type Asset = Schema["AssetView"];
type Holding = Schema["HoldingView"];

/** One class: its figure, and behind it the accounts and holdings that make it up. */
export function AssetClass({ asset, open }: { asset: Asset; open: boolean }) {
  const words = useWords(moneyWords);
  const label = useClassLabel();
  const holdings = asset.holdings.filter(({ kind }) => kind !== "account");
  return (
    <Card>
      <details className={`${folded.folded} ${styles.class}`} open={open}>
        <summary>
          <h2>{asset.name ?? label(asset)}</h2>
          <span className={styles.value}>{asset.value ? <Amount money={asset.value} /> : words.noValue}</span>
        </summary>
        <p className={styles.soft}>
          <Origin source={asset.source} asOf={asset.asOf} asOfStated={asset.asOfStated} />
        </p>
        {asset.accounts.length > 0 && <Accounts accounts={asset.accounts} />}
        {holdings.length > 0 && <Holdings holdings={holdings} />}
      </details>
    </Card>
  );
}

function Accounts({ accounts }: { accounts: readonly Schema["AccountView"][] }) {
  const words = useWords(moneyWords);
  const shared = useWords(common);
  const language = useLanguage();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.accounts}>
      <table>
        <caption className="unseen">{words.accounts}</caption>
        <thead>
          <tr>
            <th scope="col">{words.accounts}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                {account.institution}{" "}
                <span className={styles.soft}>
                  {[account.maskedNumber && words.ending(account.maskedNumber), account.asOf && shared.asOf(day(account.asOf, language))]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </th>
              <td>{account.value ? <Amount money={account.value} paise /> : words.noValue}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Holdings({ holdings }: { holdings: readonly Holding[] }) {
  const words = useWords(moneyWords);
  const invested = holdings.some((holding) => holding.invested);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.holdings}>
      <table>
        <caption className="unseen">{words.holdings}</caption>
        <thead>
          <tr>
            <th scope="col">{words.holdings}</th>
            <th scope="col">{words.value}</th>
            {invested && <th scope="col" className={styles.roomy}>{words.invested}</th>}
            <th scope="col" className={styles.roomy}>{words.units}</th>
            <th scope="col" className={styles.roomy}>{words.price}</th>
          </tr>
        </thead>
        <tbody>
          {holdings.map((holding) => (
            <tr key={holding.id}>
              <th scope="row">
                {holding.name} <Plan holding={holding} />
                <Details holding={holding} />
              </th>
              <td>{holding.value ? <Amount money={holding.value} /> : words.noValue}</td>
              {invested && <td className={styles.roomy}>{holding.invested ? <Amount money={holding.invested} /> : "–"}</td>}
              <td className={styles.roomy}>{holding.units ? quantity(holding.units) : "–"}</td>
              <td className={styles.roomy}>{holding.price ? price(holding.price) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What has columns of its own where there is room for them. */
function Details({ holding: { invested, units, price: each } }: { holding: Holding }) {
  const words = useWords(moneyWords);
  const told = [
    invested && `${words.invested} ${rupees(invested)}`,
    units && `${words.units} ${quantity(units)}`,
    each && `${words.price} ${price(each)}`,
  ].filter(Boolean);
  return <p className={`${styles.soft} ${styles.tight}`}>{told.join(" · ")}</p>;
}

/** The plan, where the name of the scheme does not say it already. */
function Plan({ holding: { name, plan } }: { holding: Holding }) {
  const words = useWords(moneyWords);
  if ((plan !== "regular" && plan !== "direct") || name.toLowerCase().includes(plan)) return null;
  return <span className={styles.soft}>{words[plan]}</span>;
}

/** Prices have more places than money and may be in another currency, which is then named. */
function price({ amount, currency }: { amount: string; currency: string }): string {
  const [whole = "0", fraction = ""] = roundedText(amount, 2).split(".");
  const text = `${grouped(whole)}.${fraction.padEnd(2, "0")}`;
  return currency === "INR" ? `₹${text}` : `${text} ${currency}`;
}
