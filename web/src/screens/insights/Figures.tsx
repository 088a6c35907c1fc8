import { useState } from "react";
import { FactDialog, type ShownFigure } from "@/facts/FactDialog";
import { factValue } from "@/facts/factValue";
import { useLanguage, useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** The figures that a text rests on, each of which opens. */
export function Figures({ figures }: { figures: readonly ShownFigure[] }) {
  const words = useWords(insightWords);
  const language = useLanguage();
  const [opened, setOpened] = useState<ShownFigure | null>(null);
  return (
    <Card title={words.figures}>
      <p className={styles.soft}>{words.figuresText}</p>
      <ul className={styles.figures}>
        {figures.map((figure) => (
          <li key={figure.factId}>
            <button type="button" className={styles.figure} aria-haspopup="dialog" onClick={() => setOpened(figure)}>
              <span>{figure.label}</span>
              <strong>{factValue(figure, language)}</strong>
            </button>
          </li>
        ))}
      </ul>
      <FactDialog figure={opened} beside={figures} onClose={() => setOpened(null)} />
    </Card>
  );
}
