import type { Overview } from "@/api/types";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

/** No figure yet: why, and the one thing to do about it. */
export function NothingYet({ overview }: { overview: Overview }) {
  const words = useWords(homeWords);
  const shared = useWords(common);
  switch (overview.unavailable) {
    case "no_consent":
      return <Notice actions={<ButtonLink to="/privacy">{shared.privacy}</ButtonLink>}>{words.noConsent}</Notice>;
    case "not_available":
    case "failed":
      return <Notice tone="warn">{words.notAvailable}</Notice>;
    case "empty":
      return <Notice>{words.nothingAtFi}</Notice>;
    case "not_synced":
    case "login_required":
    case "pending":
      if (overview.connections.some(({ status }) => status === "pending_login")) return null; // said below, with the way to finish it
      return <Notice actions={<ButtonLink to="/connect">{shared.connect}</ButtonLink>}>{words.notSynced}</Notice>;
    default:
      return (
        <Card title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <ol className={styles.ahead}>
            <li>{words.emptyAgree}</li>
            <li>{words.emptyLogin}</li>
            <li>{words.emptySee}</li>
          </ol>
          <p>
            <ButtonLink to="/connect">{words.begin}</ButtonLink>
          </p>
        </Card>
      );
  }
}
