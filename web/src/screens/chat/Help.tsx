import { useWords } from "@/i18n/words";
import { helpLinesIn } from "./helpLines";
import { chatWords } from "./words";
import styles from "./chat.module.css";

/** The lines to call that an answer names, within reach of a thumb. */
export function Help({ text }: { text: string }) {
  const words = useWords(chatWords);
  const lines = helpLinesIn(text);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.help}>
      {lines.map(({ number, word }) => (
        <li key={number}>
          <a href={`tel:${number}`} className={styles.call}>
            <strong>{words.call(number)}</strong>
            <span>{words[word]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
