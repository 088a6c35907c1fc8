import { useQuery } from "@tanstack/react-query";
import { factsQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { ChartTable } from "@/charts/ChartTable";
import { LineChart } from "@/charts/LineChart";
import { factValue, minorOf } from "@/facts/factValue";
import { useLanguage, useWords } from "@/i18n/words";
import { chatWords } from "./words";
import styles from "./chat.module.css";

type Chart = Schema["ChartView"];

/** A series of facts: amounts over time as a line, anything else as bars, each with its table. */
export function ChatChart({ chart }: { chart: Chart }) {
  const words = useWords(chatWords);
  const language = useLanguage();
  const title = language === "hi" ? chart.titleHi : chart.title;
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      {chart.kind === "line" && chart.unit === "INR" ? (
        <LineChart
          title={title}
          dateTitle={words.when}
          lines={[{ name: title, points: chart.points.map(({ at, value }) => ({ on: at, minor: minorOf(value) })) }]}
        />
      ) : (
        <Bars chart={chart} title={title} />
      )}
    </figure>
  );
}

function Bars({ chart, title }: { chart: Chart; title: string }) {
  const words = useWords(chatWords);
  const language = useLanguage();
  const label = usePointLabel();
  const most = Math.max(...chart.points.map(lengthOf), 1);
  return (
    <>
      <ul className={styles.bars}>
        {chart.points.map((point) => (
          <li key={point.at}>
            <span>{label(point)}</span>
            <span className={styles.number}>{factValue({ value: point.value, unit: chart.unit }, language)}</span>
            <svg width="100%" height="8" aria-hidden="true">
              <rect width="100%" height="8" rx="4" className={styles.whole} />
              <rect width={`${Math.max(0.5, (lengthOf(point) / most) * 100)}%`} height="8" rx="4" className={styles.part} />
            </svg>
          </li>
        ))}
      </ul>
      <ChartTable
        caption={title}
        head={[words.what, words.value]}
        rows={chart.points.map((point) => [label(point), factValue({ value: point.value, unit: chart.unit }, language)])}
      />
    </>
  );
}

/** What a point is called; the chart itself is kept in English, and its facts know the Hindi. */
function usePointLabel(): (point: Chart["points"][number]) => string {
  const hindi = useLanguage() === "hi";
  const { data } = useQuery({ ...factsQuery, enabled: hindi });
  return ({ factId, label }) => (hindi && data?.facts.find(({ id }) => id === factId)?.labelHi) || label;
}

/** How long a bar is; the figure beside it is never taken from this. */
function lengthOf({ value }: Chart["points"][number]): number {
  return Math.max(0, Number(value));
}
