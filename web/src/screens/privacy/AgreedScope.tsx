import type { Schema } from "@/api/types";
import { granted, type Consents } from "@/consent/consents";
import { day, today } from "@/format/date";
import { useLanguage, useTold, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import type { Asked } from "./asked";
import { namesOf, privacyWords } from "./words";
import styles from "./privacy.module.css";

interface AgreedScopeProps {
  scope: Schema["ItemView"];
  consents: Consents;
  onAsk: (asked: Asked) => void;
}

/** One kind of data: what it may be used for and until when. */
export function AgreedScope({ scope, consents, onAsk }: AgreedScopeProps) {
  const words = useWords(privacyWords);
  const told = useTold();
  const title = told(scope.title);
  const of = consents.consents.filter((consent) => consent.scope === scope.id);
  const given = of.filter(granted).map(({ purpose }) => purpose);
  return (
    <details className={styles.scope}>
      <summary>
        <Icon name={given.length > 0 ? "check" : "lock"} />
        <span>
          <strong>{title}</strong>
          <small>{given.length > 0 ? words.usedFor(namesOf(given, words)) : words.notUsed}</small>
        </span>
      </summary>
      <div className={styles.inside}>
        <p className={styles.soft}>{told(scope.text)}</p>
        <ul className={styles.purposes}>
          {consents.notice.purposes.map((purpose) => {
            const consent = of.find((each) => each.purpose === purpose.id);
            const name = told(purpose.title);
            const yes = consent !== undefined && granted(consent);
            return (
              <li key={purpose.id}>
                <span>
                  {name}
                  <small data-yes={yes || undefined}>
                    <State consent={consent} current={consents.notice.version} />
                  </small>
                </span>
                <Button
                  kind={yes ? "plain" : "second"}
                  aria-label={yes ? words.takeBackOf(name, title) : words.agreeTo(name, title)}
                  onClick={() => onAsk({ doing: yes ? "takeBack" : "agree", scope, purpose: purpose.id })}
                >
                  {yes ? words.takeBack : words.agree}
                </Button>
              </li>
            );
          })}
        </ul>
        {given.length > 0 && (
          <p>
            <Button kind="danger" onClick={() => onAsk({ doing: "takeBack", scope, purpose: null })}>
              {words.takeBackAll(title)}
            </Button>
          </p>
        )}
      </div>
    </details>
  );
}

function State({ consent, current }: { consent: Schema["ConsentView"] | undefined; current: string }) {
  const words = useWords(privacyWords);
  const language = useLanguage();
  const on = (moment: string | null) => (moment === null ? "" : day(today(new Date(moment)), language));
  switch (consent?.status) {
    case "granted":
      return (
        <>
          {words.yesUntil(on(consent.expiresAt))}
          {consent.noticeVersion !== null && consent.noticeVersion !== current && ` · ${words.earlierVersion(consent.noticeVersion)}`}
        </>
      );
    case "revoked":
      return words.tookBack(on(consent.decidedAt));
    case "expired":
      return words.ranOut(on(consent.decidedAt));
    default:
      return words.neverSaid;
  }
}
