import { useState } from "react";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import styles from "./ChartTable.module.css";

interface ChartTableProps {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What a chart shows, in words and figures, made once it is asked for; the first column names the row. */
export function ChartTable({ caption, head, rows }: ChartTableProps) {
  const words = useWords(common);
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {open && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={caption}>
          <table>
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th key={head[column]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={head[column]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
