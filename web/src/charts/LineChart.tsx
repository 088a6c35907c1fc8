import { day } from "@/format/date";
import { rupees } from "@/format/money";
import { useLanguage } from "@/i18n/words";
import { ChartTable } from "./ChartTable";
import { inr } from "./inr";
import { linePath } from "./path";
import { Plot } from "./Plot";
import styles from "./LineChart.module.css";

export interface LinePoint {
  on: string;
  minor: number;
}

interface Line {
  name: string;
  points: readonly LinePoint[];
}

interface LineChartProps {
  title: string;
  dateTitle: string;
  lines: readonly Line[];
  stepped?: boolean;
}

/** Amounts over time: drawn, read off under the pointer, and written out in a table behind. */
export function LineChart({ title, dateTitle, lines, stepped = false }: LineChartProps) {
  const language = useLanguage();
  const points = lines.flatMap((line) => line.points);
  const days = [...new Set(points.map(({ on }) => on))].sort();
  if (days.length === 0) return null;
  return (
    <figure className={styles.figure}>
      {lines.length > 1 && (
        <ul className={styles.legend}>
          {lines.map((line, n) => (
            <li key={line.name} data-line={n}>
              {line.name}
            </li>
          ))}
        </ul>
      )}
      <Plot
        title={title}
        days={days}
        values={points.map(({ minor }) => minor)}
        readout={(on) => lines.map((line) => readAt(line, on, lines.length > 1)).join(" · ")}
      >
        {({ across, down, shown }) =>
          lines.map((line, n) => (
            <g key={line.name} data-line={n}>
              <path d={linePath(line.points.map(({ on, minor }) => [across(on), down(minor)] as const), stepped)} />
              {line.points.length <= 40 &&
                line.points.map((point) => <circle key={point.on} cx={across(point.on)} cy={down(point.minor)} r={2.5} />)}
              {shown &&
                line.points
                  .filter(({ on }) => on === shown)
                  .map((point) => <circle key="shown" cx={across(point.on)} cy={down(point.minor)} r={5} />)}
            </g>
          ))
        }
      </Plot>
      <ChartTable
        caption={title}
        head={[dateTitle, ...lines.map(({ name }) => name)]}
        rows={days.map((on) => [day(on, language), ...lines.map((line) => readAt(line, on, false))])}
      />
    </figure>
  );
}

function readAt(line: Line, on: string, named: boolean): string {
  const point = line.points.find((each) => each.on === on);
  const text = point ? rupees(inr(point.minor)) : "–";
  return named ? `${line.name} ${text}` : text;
}
