import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { pairsOf } from "./pairs";
import { namesOf, privacyWords } from "./words";
import styles from "./privacy.module.css";

const AT_ONCE = 3;

type ConsentEvent = Schema["ConsentEventView"];

/** Every change of the consents, newest first; a yes with the words that were agreed to. */
export function Receipts() {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const [most, setMost] = useState(AT_ONCE);
  const query = useQuery({
    queryKey: ["consents", "events"],
    queryFn: ({ signal }) => body(api.GET("/api/consents/events", { signal })),
  });
  return (
    <Card title={words.history}>
      <p className={styles.soft}>{words.historyText}</p>
      <Loaded query={query}>
        {({ events }) => (
          <>
            {events.length === 0 && <p>{words.historyNone}</p>}
            <ul className={styles.sends}>
              {events.slice(0, most).map((event) => (
                <Event key={event.eventId} event={event} />
              ))}
            </ul>
            {events.length > most && (
              <p>
                <Button kind="second" onClick={() => setMost(most + AT_ONCE * 3)}>
                  {shared.more}
                </Button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Event({ event }: { event: ConsentEvent }) {
  const words = useWords(privacyWords);
  const language = useLanguage();
  const done = event.action === "grant" ? words.grantEvent : event.action === "revoke" ? words.revokeEvent : words.expireEvent;
  return (
    <li>
      <p>
        <strong>{done}</strong>, {moment(event.at, language)}
      </p>
      <ul className={styles.soft}>
        {pairsOf(event.grants).map(({ scope, purposes }) => (
          <li key={scope}>{words.pair(namesOf([scope], words), namesOf(purposes, words))}</li>
        ))}
      </ul>
      {event.text.length > 0 && (
        <details className={styles.whole}>
          <summary>{words.words}</summary>
          <div className={styles.wholeText} lang={event.language ?? undefined}>
            {event.text.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <p className={styles.soft}>
            {words.receiptNumber(event.eventId)}
            {event.noticeVersion && ` · ${words.version(event.noticeVersion)}`}
            {event.noticeSha256 && ` · ${words.fingerprint(event.noticeSha256)}`}
          </p>
        </details>
      )}
    </li>
  );
}
