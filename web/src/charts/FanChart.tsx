import { day } from "@/format/date";
import { rupees, shortRupees } from "@/format/money";
import { useLanguage } from "@/i18n/words";
import { ChartTable } from "./ChartTable";
import { inr } from "./inr";
import type { LinePoint } from "./LineChart";
import { bandPath, linePath } from "./path";
import { Plot } from "./Plot";
import line from "./LineChart.module.css";
import styles from "./FanChart.module.css";

/** What the paths come to on a day, in paise, from the worst of `names` to the best. */
interface FanDay {
  on: string;
  minors: readonly number[];
}

interface FanChartProps {
  title: string;
  dateTitle: string;
  names: readonly string[];
  days: readonly FanDay[];
  beside?: { name: string; points: readonly LinePoint[] } | undefined;
  between: string;
  half: string;
  middle: string;
}

/** Many possible futures: the band that holds most, the one that holds half, the middle, and another line beside. */
export function FanChart({ title, dateTitle, names, days, beside, between, half, middle }: FanChartProps) {
  const language = useLanguage();
  const dates = days.map(({ on }) => on);
  const last = names.length - 1;
  const centre = last / 2;
  const at = (on: string) => beside?.points.find((point) => point.on === on);
  return (
    <figure className={line.figure}>
      <ul className={`${line.legend} ${styles.legend}`}>
        <li data-fan="middle">{middle}</li>
        <li data-fan="half">{half}</li>
        <li data-fan="most">{between}</li>
        {beside && <li data-fan="beside">{beside.name}</li>}
      </ul>
      <Plot
        title={title}
        days={dates}
        values={[...days.flatMap(({ minors }) => minors), ...(beside?.points ?? []).map(({ minor }) => minor)]}
        readout={(on) => {
          const minors = days.find((each) => each.on === on)?.minors ?? [];
          const [low = 0, mid = 0, high = 0] = [minors[0], minors[centre], minors[last]];
          const other = at(on);
          const range = `${rupees(inr(mid))} (${shortRupees(inr(low), language)} – ${shortRupees(inr(high), language)})`;
          return other && beside ? `${range} · ${beside.name} ${rupees(inr(other.minor))}` : range;
        }}
      >
        {({ across, down, shown }) => {
          const edge = (n: number) => days.map(({ on, minors }) => [across(on), down(minors[n] ?? 0)] as const);
          return (
            <g className={styles.fan}>
              <path data-fan="most" d={bandPath(edge(0), edge(last))} />
              <path data-fan="half" d={bandPath(edge(centre - 1), edge(centre + 1))} />
              {beside && (
                <path data-fan="beside" d={linePath(beside.points.map(({ on, minor }) => [across(on), down(minor)] as const))} />
              )}
              <path data-fan="middle" d={linePath(edge(centre))} />
              {days
                .filter(({ on }) => on === shown)
                .map(({ on, minors }) => (
                  <circle key={on} cx={across(on)} cy={down(minors[centre] ?? 0)} r={5} />
                ))}
            </g>
          );
        }}
      </Plot>
      <ChartTable
        caption={title}
        head={[dateTitle, ...names, ...(beside ? [beside.name] : [])]}
        rows={days.map(({ on, minors }) => {
          const other = at(on);
          return [
            day(on, language),
            ...minors.map((minor) => rupees(inr(minor))),
            ...(beside ? [other ? rupees(inr(other.minor)) : "–"] : []),
          ];
        })}
      />
    </figure>
  );
}
