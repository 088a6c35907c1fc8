import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useLanguage, useWords } from "@/i18n/words";
import { insightQuery } from "@/screens/insights/insights";
import { Icon } from "@/ui/Icon";
import { chatWords } from "./words";
import styles from "./chat.module.css";

/** An insight that an answer speaks of, by its title once that is there. */
export function LinkedInsight({ id }: { id: string }) {
  const words = useWords(chatWords);
  const query = useQuery(insightQuery(id, useLanguage()));
  return (
    <Link to={`/insights/${encodeURIComponent(id)}`} className={styles.insight}>
      <Icon name="bulb" />
      {query.data?.insight.title ?? words.toInsight}
    </Link>
  );
}
