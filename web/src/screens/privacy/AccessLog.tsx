import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { factsQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { isStored } from "@/facts/stored";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { namesOf, privacyWords } from "./words";
import styles from "./privacy.module.css";

const AT_ONCE = 5;
const STAND_IN = "offline-stand-in";

type Send = Schema["AccessView"];

/** Every send to the language model, newest first, in portions. */
export function AccessLog() {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const [most, setMost] = useState(AT_ONCE);
  const query = useQuery({
    queryKey: ["access"],
    queryFn: ({ signal }) => body(api.GET("/api/consents/access", { signal })),
  });
  return (
    <Card title={words.access}>
      <p className={styles.soft}>{words.accessText}</p>
      <Loaded query={query}>
        {({ sends }) =>
          sends.length === 0 ? (
            <p>{words.accessNone}</p>
          ) : (
            <>
              <ul className={styles.sends}>
                {sends.slice(0, most).map((send, n) => (
                  <Line key={`${send.at}-${n}`} send={send} />
                ))}
              </ul>
              {sends.length > most ? (
                <p>
                  <Button kind="second" onClick={() => setMost(most + AT_ONCE)}>
                    {shared.more}
                  </Button>
                </p>
              ) : (
                <p className={styles.soft}>{words.accessLimit}</p>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function Line({ send }: { send: Send }) {
  const words = useWords(privacyWords);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const counts = [words.figuresSent(String(send.factIds.length)), send.rowsSent > 0 && words.rowsSent(String(send.rowsSent))];
  return (
    <li>
      <p>
        <strong>{moment(send.at, language)}</strong> {words.accessFor(namesOf([send.purpose], words))}
      </p>
      <p className={styles.soft}>
        {[...counts, send.scopes.length > 0 && words.of(namesOf(send.scopes, words)), send.model === STAND_IN ? words.standIn : send.model]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {send.factIds.length > 0 && (
        <details className={styles.whole} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.showFigures}</summary>
          {open && <Figures ids={send.factIds} />}
        </details>
      )}
    </li>
  );
}

/** Figures by their names of now; one that was made for an occasion alone has none, one that is gone is said to be. */
function Figures({ ids }: { ids: readonly string[] }) {
  const words = useWords(privacyWords);
  const language = useLanguage();
  const query = useQuery(factsQuery);
  return (
    <Loaded query={query}>
      {({ facts }) => {
        const names = new Map(facts.map((fact) => [fact.id, language === "hi" && fact.labelHi ? fact.labelHi : fact.label]));
        return (
          <ul className={styles.figures}>
            {[...new Set(ids.map((id) => names.get(id) ?? (isStored(id) ? words.goneFigure(id) : words.occasional)))].map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
