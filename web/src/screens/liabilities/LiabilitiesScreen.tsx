import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { factsQuery, overviewQuery } from "@/api/queries";
import { useClassLabel } from "@/i18n/classes";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { NothingHere } from "@/money/NothingHere";
import { Origin } from "@/money/Origin";
import { moneyWords } from "@/money/words";
import styles from "@/money/money.module.css";
import { Amount } from "@/ui/Amount";
import { ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { Screen } from "@/ui/Screen";
import { Debt } from "./Debt";

/** What the person owes, and when each debt ends. */
export default function LiabilitiesScreen() {
  const words = useWords(moneyWords);
  const shared = useWords(common);
  const label = useClassLabel();
  const overview = useQuery(overviewQuery);
  const facts = useQuery(factsQuery);
  const debts = useQuery({
    queryKey: ["liabilities"],
    queryFn: ({ signal }) => body(api.GET("/api/financial/liabilities", { signal })),
  });
  const total = overview.data?.netWorth?.liabilities;
  return (
    <Screen
      title={shared.liabilities}
      intro={total && <p>{words.total}: <Amount money={total} /></p>}
      actions={debts.data?.liabilities.length !== 0 && <ButtonLink kind="second" to="/simulate">{words.tryIt}</ButtonLink>}
    >
      <Loaded query={debts}>
        {({ liabilities }) =>
          liabilities.length === 0 ? (
            <NothingHere overview={overview} scope="liabilities" none={words.noDebts} />
          ) : (
            <>
              {liabilities.map((each, n) => (
                <Card
                  key={`${each.class}-${each.connectionId ?? n}`}
                  title={each.name ?? label(each)}
                  aside={<span className={styles.value}>{each.value ? <Amount money={each.value} /> : words.noValue}</span>}
                >
                  <p className={styles.soft}>
                    <Origin source={each.source} asOf={each.asOf} asOfStated={each.asOfStated} />
                  </p>
                  <div>
                    {each.accounts.map((account) => (
                      <Debt key={account.id} account={account} facts={facts.data} />
                    ))}
                  </div>
                </Card>
              ))}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
