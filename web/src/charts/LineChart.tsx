import { useId, useState, type PointerEvent } from "react";
import { day } from "@/format/date";
import { rupees, shortRupees } from "@/format/money";
import { useLanguage } from "@/i18n/words";
import { ChartTable } from "./ChartTable";
import { dayNumber, linear, niceScale } from "./scale";
import { useWidth } from "./useWidth";
import styles from "./LineChart.module.css";

export interface LinePoint {
  on: string;
  minor: number;
}

export interface Line {
  name: string;
  points: readonly LinePoint[];
}

interface LineChartProps {
  title: string;
  dateTitle: string;
  lines: readonly Line[];
  stepped?: boolean;
}

const HEIGHT = 240;
const LEFT = 76;
const BOTTOM = 28;
const TOP = 12;
const RIGHT = 14;

const inr = (amountMinor: number) => ({ amountMinor, currency: "INR" });

/** Amounts over time: drawn, read off under the pointer, and written out in a table behind. */
export function LineChart({ title, dateTitle, lines, stepped = false }: LineChartProps) {
  const language = useLanguage();
  const id = useId();
  const [place, width] = useWidth<HTMLDivElement>();
  const [shown, setShown] = useState<string | null>(null);
  const points = lines.flatMap((line) => line.points);
  const days = [...new Set(points.map(({ on }) => on))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;

  const read = shown ?? last;

  const values = points.map(({ minor }) => minor);
  const y = niceScale(Math.min(0, ...values), Math.max(...values), HEIGHT - BOTTOM, TOP);
  const lone = first === last;
  const x = linear(dayNumber(first) - (lone ? 1 : 0), dayNumber(last) + (lone ? 1 : 0), LEFT, width - RIGHT);
  const across = (on: string) => x(dayNumber(on));

  function follow(event: PointerEvent<SVGSVGElement>) {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setShown(days.reduce((best, on) => (Math.abs(across(on) - at) < Math.abs(across(best) - at) ? on : best), days[0] ?? ""));
  }

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
      <div ref={place}>
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-labelledby={id}
            className={styles.chart}
            onPointerMove={follow}
            onPointerLeave={() => setShown(null)}
          >
            <title id={id}>{title}</title>
            {y.ticks.map((tick) => (
              <g key={tick}>
                <line x1={LEFT} x2={width - RIGHT} y1={y.at(tick)} y2={y.at(tick)} data-zero={tick === 0 || undefined} />
                <text x={LEFT - 8} y={y.at(tick)} dy="0.32em" textAnchor="end">
                  {shortRupees(inr(Math.round(tick)), language)}
                </text>
              </g>
            ))}
            <text x={LEFT} y={HEIGHT - 6}>
              {day(first, language)}
            </text>
            {!lone && (
              <text x={width - RIGHT} y={HEIGHT - 6} textAnchor="end">
                {day(last, language)}
              </text>
            )}
            {lines.map((line, n) => (
              <g key={line.name} data-line={n}>
                <path d={pathOf(line.points, across, y.at, stepped)} />
                {line.points.length <= 40 &&
                  line.points.map((point) => <circle key={point.on} cx={across(point.on)} cy={y.at(point.minor)} r={2.5} />)}
                {shown &&
                  line.points
                    .filter(({ on }) => on === shown)
                    .map((point) => <circle key="shown" cx={across(point.on)} cy={y.at(point.minor)} r={5} />)}
              </g>
            ))}
          </svg>
        )}
      </div>
      <p className={styles.readout} aria-hidden="true">
        {`${day(read, language)}: ${lines.map((line) => readAt(line, read, lines.length > 1)).join(" · ")}`}
      </p>
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

function pathOf(
  points: readonly LinePoint[],
  across: (on: string) => number,
  down: (minor: number) => number,
  stepped: boolean,
): string {
  return points
    .map(({ on, minor }, n) => {
      const [px, py] = [across(on).toFixed(1), down(minor).toFixed(1)];
      if (n === 0) return `M${px} ${py}`;
      return stepped ? `H${px}V${py}` : `L${px} ${py}`;
    })
    .join("");
}
