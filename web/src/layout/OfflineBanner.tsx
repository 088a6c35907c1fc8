import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/queries";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Notice } from "@/ui/Notice";
import { useOnline } from "@/ui/useOnline";
import styles from "./Shell.module.css";

/** Says that what is seen may be old, and how old it is. */
export function OfflineBanner() {
  const words = useWords(common);
  const language = useLanguage();
  const { dataUpdatedAt } = useQuery({ ...overviewQuery, enabled: false }); // as it is known here; nothing is fetched for it
  const seen = dataUpdatedAt > 0 ? words.offlineSeen(moment(new Date(dataUpdatedAt).toISOString(), language)) : words.offline;
  return (
    <div role="status" className={styles.banner}>
      {useOnline() ? null : <Notice tone="warn">{seen}</Notice>}
    </div>
  );
}
