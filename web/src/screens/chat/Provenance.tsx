import type { Schema } from "@/api/types";
import { moment } from "@/format/date";
import { contactHref } from "@/session/contact";
import { useLanguage, useWords } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import { Icon } from "@/ui/Icon";
import { chatWords } from "./words";
import styles from "./chat.module.css";

interface ProvenanceProps {
  made: Schema["ProvenanceView"];
  hasFigures: boolean;
  at: string;
  answerId: string;
}

/** By whom an answer was worded, when, that it was checked, and where to say that it is wrong. */
export function Provenance({ made, hasFigures, at, answerId }: ProvenanceProps) {
  const words = useWords(chatWords);
  const language = useLanguage();
  const { config } = useSignedIn();
  const by = made.answeredBy === "code" ? words.byCode : made.standIn ? words.byStandIn : words.byModel(made.model ?? "AI");
  return (
    <p className={styles.made}>
      {made.checked && (hasFigures || made.answeredBy === "model") && (
        <span className={styles.checked}>
          <Icon name="check" size={16} />
          {words.checked}
        </span>
      )}
      <span>{by}</span>
      <span>{moment(at, language)}</span>
      <a href={contactHref(config.grievanceContact, words.reportSubject(answerId))} className="alone">
        {words.report}
      </a>
    </p>
  );
}
