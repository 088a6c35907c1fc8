import { useId, useState, type PointerEvent, type ReactNode } from "react";
import { day } from "@/format/date";
import { shortRupees } from "@/format/money";
import { useLanguage } from "@/i18n/words";
import { inr } from "./inr";
import { dayNumber, linear, niceScale } from "./scale";
import { useWidth } from "./useWidth";
import styles from "./LineChart.module.css";

interface PlotProps {
  title: string;
  days: readonly string[];
  values: readonly number[];
  readout: (on: string) => string;
  children: (place: Place) => ReactNode;
}

/** Where things stand, and the day under the pointer. */
interface Place {
  across: (on: string) => number;
  down: (minor: number) => number;
  shown: string | null;
}

const HEIGHT = 240;
const LEFT = 76;
const BOTTOM = 28;
const TOP = 12;
const RIGHT = 14;

/** Axes of rupees over days, and what stands under the pointer in words; what is drawn inside is the caller's. */
export function Plot({ title, days, values, readout, children }: PlotProps) {
  const language = useLanguage();
  const id = useId();
  const [place, width] = useWidth<HTMLDivElement>();
  const [shown, setShown] = useState<string | null>(null);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;

  const read = shown ?? last;
  const y = niceScale(Math.min(0, ...values), Math.max(...values), HEIGHT - BOTTOM, TOP);
  const lone = first === last;
  const x = linear(dayNumber(first) - (lone ? 1 : 0), dayNumber(last) + (lone ? 1 : 0), LEFT, width - RIGHT);
  const across = (on: string) => x(dayNumber(on));

  function follow(event: PointerEvent<SVGSVGElement>) {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setShown(days.reduce((best, on) => (Math.abs(across(on) - at) < Math.abs(across(best) - at) ? on : best), days[0] ?? ""));
  }

  return (
    <>
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
            {children({ across, down: y.at, shown })}
          </svg>
        )}
      </div>
      <p className={styles.readout} aria-hidden="true">
        {`${day(read, language)}: ${readout(read)}`}
      </p>
    </>
  );
}
