import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { chatWords, toolNames } from "./words";
import styles from "./chat.module.css";

/** What an answer was made from. */
export function LookedAt({ tools }: { tools: readonly string[] }) {
  const words = useWords(chatWords);
  if (tools.length === 0) return null;
  return (
    <p className={styles.tools}>
      <Icon name="list" size={16} />
      {words.lookedAt(toolNames(tools, words))}
    </p>
  );
}
