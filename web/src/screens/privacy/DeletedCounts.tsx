import { useWords } from "@/i18n/words";
import { deletedLines } from "./deleted";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

/** What was deleted, in numbers. */
export function DeletedCounts({ counts }: { counts: Readonly<Record<string, number>> }) {
  const lines = deletedLines(counts, useWords(privacyWords));
  if (lines.length === 0) return null;
  return (
    <ul className={styles.deleted}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
