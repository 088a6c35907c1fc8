import type { Consents } from "@/consent/consents";
import { useTold, useWords } from "@/i18n/words";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

/** The present notice, whole. */
export function NoticeText({ notice }: { notice: Consents["notice"] }) {
  const words = useWords(privacyWords);
  const told = useTold();
  return (
    <details className={styles.whole}>
      <summary>{words.whole}</summary>
      <div className={styles.wholeText}>
        <p>{told(notice.introduction)}</p>
        {[...notice.scopes, ...notice.purposes].map((item) => (
          <p key={item.id}>
            <strong>{told(item.title)}.</strong> {told(item.text)}
          </p>
        ))}
        <p>{told(notice.rights)}</p>
        <p className={styles.soft}>
          {words.version(notice.version)}. {words.fingerprint(notice.sha256)}
        </p>
      </div>
    </details>
  );
}
