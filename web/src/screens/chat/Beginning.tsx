import { useQuery } from "@tanstack/react-query";
import { connectionsQuery, consentsQuery } from "@/api/queries";
import { mayBeUsed } from "@/consent/consents";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ButtonLink } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { useOnline } from "@/ui/useOnline";
import { chatWords } from "./words";
import styles from "./chat.module.css";

/** A conversation before its first question: what stands in the way, if anything, and what one could ask. */
export function Beginning({ onAsk }: { onAsk: (question: string) => void }) {
  const words = useWords(chatWords);
  const shared = useWords(common);
  const online = useOnline();
  const consents = useQuery(consentsQuery);
  const connections = useQuery(connectionsQuery);
  const refused = consents.data !== undefined && !mayBeUsed(consents.data, "chat");
  const empty = connections.data !== undefined && connections.data.connections.length === 0;
  return (
    <div className={styles.beginning}>
      {refused ? (
        <Notice actions={<ButtonLink to="/privacy">{words.toConsent}</ButtonLink>}>{words.noConsent}</Notice>
      ) : (
        empty && <Notice actions={<ButtonLink to="/connect">{shared.connect}</ButtonLink>}>{words.noData}</Notice>
      )}
      <h2>{words.start}</h2>
      <p className={styles.soft}>{words.startText}</p>
      <ul className={styles.suggestions}>
        {[words.ask1, words.ask2, words.ask3, words.ask4, words.ask5].map((question) => (
          <li key={question}>
            <button type="button" className={styles.suggestion} disabled={!online} onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
