import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { FactDialog } from "@/facts/FactDialog";
import { useLanguage, useTold, useWords } from "@/i18n/words";
import { AnswerText } from "./AnswerText";
import type { Citation } from "./ask";
import { ChatChart } from "./ChatChart";
import { lookedAtQuery } from "./conversations";
import { Help } from "./Help";
import { LinkedInsight } from "./LinkedInsight";
import { LookedAt } from "./LookedAt";
import { Provenance } from "./Provenance";
import type { Message } from "./turn";
import { chatWords } from "./words";
import styles from "./chat.module.css";

/** One message of an answer: words with their figures, a chart, or insights. */
export function Answer({ message, conversationId }: { message: Message; conversationId: string }) {
  const words = useWords(chatWords);
  const told = useTold();
  const [opened, setOpened] = useState<Citation | null>(null);
  const label = useLabel();
  const looked = useQuery(lookedAtQuery(conversationId, message.id));
  return (
    <div className={styles.answer}>
      {message.type === "text" && (
        <>
          <LookedAt tools={looked.data ?? []} />
          <AnswerText text={message.text} citations={message.citations} onOpen={setOpened} />
          <Help text={message.text} />
          {message.state === "stopped" && <p className={styles.soft}>{words.stopped}</p>}
          {message.citations.length > 0 && (
            <details className={styles.behind}>
              <summary>{words.behind}</summary>
              <ul className={styles.cited}>
                {message.citations.map((citation) => (
                  <li key={citation.factId}>
                    <button type="button" className={styles.row} onClick={() => setOpened(citation)}>
                      <span>{label(citation)}</span>
                      <span className={styles.number}>{citation.text}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      {message.chart && <ChatChart chart={message.chart} />}
      {message.insightIds.map((id) => (
        <LinkedInsight key={id} id={id} />
      ))}
      {message.type === "chart" &&
        message.disclosures.map((line) => (
          <p key={line.id} className={styles.soft}>
            {told(line)}
          </p>
        ))}
      {message.provenance && (
        <Provenance
          made={message.provenance}
          hasFigures={message.citations.length > 0}
          at={message.at}
          answerId={`${conversationId}/${message.id}`}
        />
      )}
      <FactDialog figure={opened && { ...opened, label: label(opened) }} onClose={() => setOpened(null)} />
    </div>
  );
}

function useLabel(): (citation: Citation) => string {
  const language = useLanguage();
  return ({ label, labelHi }) => (language === "hi" && labelHi ? labelHi : label);
}
