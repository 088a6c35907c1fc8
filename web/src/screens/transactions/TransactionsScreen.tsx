import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { overviewQuery } from "@/api/queries";
import type { Overview } from "@/api/types";
import { month } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { NothingHere } from "@/money/NothingHere";
import { moneyWords } from "@/money/words";
import styles from "@/money/money.module.css";
import { Card } from "@/ui/Card";
import { Choice } from "@/ui/Choice";
import { SelectField, TextField } from "@/ui/Field";
import { Loaded } from "@/ui/Loaded";
import { Screen } from "@/ui/Screen";
import { Rows } from "./Rows";

const KINDS = ["bank", "mf", "stock"] as const;
type Kind = (typeof KINDS)[number];

/** The ledger month by month, and trades year by year. */
export default function TransactionsScreen() {
  const words = useWords(moneyWords);
  const overview = useQuery(overviewQuery);
  return (
    <Screen title={useWords(common).transactions} intro={<p>{words.namesOthers}</p>}>
      <Loaded query={overview}>
        {({ coverage }) =>
          coverage.ledgerMonths.length + coverage.tradeYears.length === 0 ? (
            <NothingHere overview={overview} scope="transactions" none={words.noTransactions} />
          ) : (
            <Ledger coverage={coverage} />
          )
        }
      </Loaded>
    </Screen>
  );
}

function Ledger({ coverage }: { coverage: Overview["coverage"] }) {
  const words = useWords(moneyWords);
  const language = useLanguage();
  const months = coverage.ledgerMonths.toReversed();
  const years = coverage.tradeYears.map(String).toReversed();
  const [kind, setKind] = useState<Kind>("bank");
  const [chosenMonth, setMonth] = useState<string | null>(null);
  const [chosenYear, setYear] = useState<string | null>(null);
  const [account, setAccount] = useState("");
  const [sought, setSought] = useState("");
  const period = kind === "bank" ? (chosenMonth ?? months[0]) : (chosenYear ?? years[0]);
  const query = useQuery({
    queryKey: ["transactions", kind, period],
    queryFn: ({ signal }) =>
      body(
        api.GET("/api/financial/transactions", {
          params: { query: kind === "bank" ? { kind, month: period ?? "" } : { kind, year: period ?? "" } },
          signal,
        }),
      ),
    enabled: period !== undefined,
    placeholderData: keepPreviousData,
  });
  const accounts = kind === "bank" ? (query.data?.accounts ?? []) : [];
  return (
    <Card>
      <Choice label={words.kind} value={kind} options={KINDS.map((value) => ({ value, label: words[value] }))} onChange={setKind} />
      <div className={styles.filters}>
        {kind === "bank" ? (
          <SelectField label={words.month} value={period} onChange={(event) => setMonth(event.target.value)}>
            {months.map((each) => (
              <option key={each} value={each}>
                {month(each, language)}
              </option>
            ))}
          </SelectField>
        ) : (
          <SelectField label={words.year} value={period} onChange={(event) => setYear(event.target.value)}>
            {years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
        )}
        {accounts.length > 1 && (
          <SelectField label={words.account} value={account} onChange={(event) => setAccount(event.target.value)}>
            <option value="">{words.allAccounts}</option>
            {accounts.map(({ accountId, bank }) => (
              <option key={accountId} value={accountId}>
                {bank}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={words.search}
          hint={words.searchHint}
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {period === undefined ? (
        <p>{words.noRows}</p>
      ) : (
        <Loaded query={query}>
          {({ transactions }) => (
            <Rows rows={transactions.filter(({ accountId }) => account === "" || kind !== "bank" || accountId === account)} sought={sought} />
          )}
        </Loaded>
      )}
    </Card>
  );
}
