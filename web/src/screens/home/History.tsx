import { useState } from "react";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { LineChart } from "@/charts/LineChart";
import { useWords } from "@/i18n/words";
import { Disclosure } from "@/layout/Disclosure";
import { Card } from "@/ui/Card";
import { Choice } from "@/ui/Choice";
import { Loaded } from "@/ui/Loaded";
import { Skeleton } from "@/ui/Skeleton";
import { investedOverTime } from "./investedOverTime";
import { asPeriod, opening, PERIODS, type Period } from "./period";
import { homeWords } from "./words";

/** Net worth over time; on the first days, which have none, what was put into funds. */
export function History({ tradeYears }: { tradeYears: readonly number[] }) {
  const words = useWords(homeWords);
  const [chosen, choose] = useState<Period | null>(null);
  const query = useQuery({
    queryKey: ["net-worth", chosen ?? "opening"],
    queryFn: ({ signal }) => {
      const read = (period: Period) => body(api.GET("/api/financial/net-worth", { params: { query: { period } }, signal }));
      return chosen ? read(chosen) : opening(read);
    },
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} waiting={<Card title={words.history}><Skeleton lines={6} /></Card>}>
      {({ period, points }) =>
        points.length < 2 && chosen === null ? (
          <Invested years={tradeYears} />
        ) : (
          <Card title={words.history}>
            <Choice
              label={words.period}
              value={chosen ?? asPeriod(period)}
              options={PERIODS.map((value) => ({ value, label: words[`p${value}`] }))}
              onChange={choose}
            />
            {points.length === 0 && <p>{words.nonePeriod}</p>}
            <LineChart
              title={words.history}
              dateTitle={words.date}
              lines={[
                { name: words.net, points: points.map(({ date, net }) => ({ on: date, minor: net.amountMinor })) },
                { name: words.owns, points: points.map(({ date, assets }) => ({ on: date, minor: assets.amountMinor })) },
                { name: words.owes, points: points.map(({ date, liabilities }) => ({ on: date, minor: liabilities.amountMinor })) },
              ]}
            />
          </Card>
        )
      }
    </Loaded>
  );
}

function Invested({ years }: { years: readonly number[] }) {
  const words = useWords(homeWords);
  const results = useQueries({
    queries: years.map((year) => ({
      queryKey: ["transactions", "mf", String(year)],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        body(api.GET("/api/financial/transactions", { params: { query: { kind: "mf" as const, year: String(year) } }, signal })),
    })),
  });
  if (results.some(({ isPending }) => isPending)) return <Card title={words.invested}><Skeleton lines={6} /></Card>;
  const points = investedOverTime(results.flatMap(({ data }) => data?.transactions ?? []));
  if (points.length < 2) return <Card title={words.history}>{words.noHistory}</Card>;
  return (
    <Card title={words.invested}>
      <p>{words.investedText}</p>
      <LineChart title={words.invested} dateTitle={words.date} lines={[{ name: words.investedName, points }]} stepped />
      <Disclosure place="investment_charts" />
    </Card>
  );
}
