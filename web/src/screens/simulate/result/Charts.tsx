import { useState } from "react";
import { FanChart } from "@/charts/FanChart";
import { LineChart } from "@/charts/LineChart";
import { rupees } from "@/format/money";
import { day } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { Disclosure } from "@/layout/Disclosure";
import { Choice } from "@/ui/Choice";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";

const PRICES = ["nominal", "real"] as const;
type Prices = (typeof PRICES)[number];

/** How it goes over the years, as amounts will read or in today's money. */
export function Charts({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const [prices, setPrices] = useState<Prices>("nominal");
  const { fans, series, lowPoint } = found;
  if (fans.length + series.length === 0) return null;
  const names = [...new Set(series.map(({ name }) => name))];
  return (
    <div className={styles.charts}>
      <h3>{words.chart}</h3>
      <Choice
        label={words.prices}
        value={prices}
        options={PRICES.map((value) => ({ value, label: words[value] }))}
        onChange={setPrices}
      />
      {names.map((name) => {
        const lines = series.filter((each) => each.name === name);
        return (
          <div key={name}>
            <h4>{lines[0]?.label[language]}</h4>
            <LineChart
              title={lines[0]?.label[language] ?? ""}
              dateTitle={words.date}
              lines={lines.map(({ side, points }) => ({
                name: side === "as_now" ? words.now : words.then,
                points: points.map((point) => ({ on: point.on, minor: prices === "real" ? point.realMinor : point.nominalMinor })),
              }))}
            />
          </div>
        );
      })}
      <Fans fans={fans} prices={prices} />
      {lowPoint && <p>{words.low(rupees(lowPoint.amount), day(lowPoint.on, language))}</p>}
      {fans.length > 0 && (
        <div className={styles.soft}>
          <Disclosure place="investment_charts" />
        </div>
      )}
    </div>
  );
}

/** The fan of the scenario, with the middle of the paths as things are beside it. */
function Fans({ fans, prices }: { fans: Simulation["fans"]; prices: Prices }) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const fan = fans.find(({ side }) => side !== "as_now") ?? fans[0];
  const now = fans.find((each) => each !== fan && each.side === "as_now");
  if (!fan) return null;
  const minorsOf = (band: (typeof fan.bands)[number]) => (prices === "real" ? band.realMinor : band.nominalMinor);
  const middleOf = (minors: readonly number[]) => minors[(minors.length - 1) / 2] ?? 0;
  const percentile = (pct: number) =>
    pct === 50 ? words.middle : pct === 5 || pct === 25 || pct === 75 || pct === 95 ? words[`pct${pct}`] : `${pct}`;
  return (
    <div>
      <h4>{fan.label[language]}</h4>
      <FanChart
        title={fan.label[language]}
        dateTitle={words.date}
        names={fan.percentiles.map(percentile)}
        days={fan.bands.map((band) => ({ on: band.on, minors: minorsOf(band) }))}
        beside={now && { name: words.beside, points: now.bands.map((band) => ({ on: band.on, minor: middleOf(minorsOf(band)) })) }}
        middle={words.middle}
        half={words.half}
        between={words.most}
      />
    </div>
  );
}
