import { useLanguage, useWords } from "@/i18n/words";
import type { Citation } from "./ask";
import { citedParts } from "./cited";
import { chatWords } from "./words";
import styles from "./chat.module.css";

interface AnswerTextProps {
  text: string;
  citations: readonly Citation[];
  onOpen: (citation: Citation) => void;
}

/** An answer whose figures can be opened where they stand. */
export function AnswerText({ text, citations, onOpen }: AnswerTextProps) {
  const words = useWords(chatWords);
  const language = useLanguage();
  return (
    <p className={styles.text}>
      {citedParts(text, citations).map((part, n) =>
        typeof part === "string" ? (
          part
        ) : (
          <button
            key={`${part.factId}-${n}`}
            type="button"
            className={styles.figure}
            title={words.openFigure(language === "hi" ? part.labelHi : part.label)}
            onClick={() => onOpen(part)}
          >
            {part.text}
          </button>
        ),
      )}
    </p>
  );
}
