import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/queries";
import type { Overview } from "@/api/types";
import { ShareBars } from "@/charts/ShareBars";
import { useClassLabel } from "@/i18n/classes";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Disclosure } from "@/layout/Disclosure";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { Screen } from "@/ui/Screen";
import { ScreenSkeleton } from "@/ui/Skeleton";
import { Accounts } from "./Accounts";
import { Attention } from "./Attention";
import { CreditScore, ProvidentFund } from "./CreditAndFund";
import { Findings } from "./Findings";
import { History } from "./History";
import { NetWorthCard } from "./NetWorthCard";
import { NothingYet } from "./NothingYet";
import { gapsOf, Reconciliation } from "./Reconciliation";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

/** The whole picture; everything that matters at first sight comes by one call. */
export default function HomeScreen() {
  const overview = useQuery(overviewQuery);
  return (
    <Screen title={useWords(common).home}>
      <Loaded query={overview} waiting={<ScreenSkeleton />}>
        {(seen) => <Picture overview={seen} />}
      </Loaded>
    </Screen>
  );
}

function Picture({ overview }: { overview: Overview }) {
  const words = useWords(homeWords);
  const label = useClassLabel();
  if (overview.netWorth === null && overview.allocation.length === 0) {
    return (
      <div className={styles.page}>
        <NothingYet overview={overview} />
        <Attention overview={overview} />
        {overview.creditScore && <CreditScore score={overview.creditScore} />}
        {overview.epf && <ProvidentFund epf={overview.epf} gaps={gapsOf(overview.reconciliation)} />}
        {overview.connections.length > 0 && <Accounts overview={overview} />}
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <Attention overview={overview} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {overview.netWorth ? (
            <NetWorthCard netWorth={overview.netWorth} reconciliation={overview.reconciliation} />
          ) : (
            <NothingYet overview={overview} />
          )}
          <Findings />
          <Reconciliation reconciliation={overview.reconciliation} />
          <History tradeYears={overview.coverage.tradeYears} />
          <Accounts overview={overview} />
        </div>
        <div className={styles.column}>
          <Card title={words.allocation}>
            <ShareBars
              label={words.allocation}
              shares={overview.allocation.map((line, n) => ({
                key: `${line.class}-${line.connectionId ?? n}`,
                label: label(line),
                money: line.value,
                sharePct: line.sharePct,
              }))}
            />
            <Disclosure place="investment_charts" />
          </Card>
          {overview.creditScore && <CreditScore score={overview.creditScore} />}
          {overview.epf && <ProvidentFund epf={overview.epf} gaps={gapsOf(overview.reconciliation)} />}
          {overview.topHoldings.length > 0 && (
            <Card title={words.largest}>
              <ShareBars
                label={words.largest}
                shares={overview.topHoldings.map(({ isin, name, value, sharePct }) => ({
                  key: isin ?? name,
                  label: name,
                  money: value,
                  sharePct,
                }))}
              />
            </Card>
          )}
        </div>
      </div>
    </div>
  );
}
