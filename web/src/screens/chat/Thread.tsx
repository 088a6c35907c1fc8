import { useEffect, useRef, type ReactNode, type Ref } from "react";
import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { Answer } from "./Answer";
import { Help } from "./Help";
import type { Message, Turn } from "./turn";
import { chatWords, toolNames } from "./words";
import styles from "./chat.module.css";

interface ThreadProps {
  messages: readonly Message[];
  turn: Turn | null;
  answering: boolean;
  children?: ReactNode;
}

/** What was said so far, and the answer that is being made. */
export function Thread({ messages, turn, answering, children }: ThreadProps) {
  const words = useWords(chatWords);
  const asked = messages.filter(({ role }) => role === "user").length + (turn ? 1 : 0);
  const newest = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked > 1) newest.current?.scrollIntoView({ block: "start" }); // the answer grows below it, and nothing moves
  }, [asked]);
  const last = messages.findLast(({ role }) => role === "user")?.id;
  return (
    <div className={styles.thread}>
      {messages.map((message) =>
        message.role === "user" ? (
          <Question key={message.id} text={message.text} place={turn === null && message.id === last ? newest : null} />
        ) : (
          <Answer key={message.id} message={message} />
        ),
      )}
      {turn && (
        <>
          <Question text={turn.question} place={newest} />
          {(answering || turn.sentences.length > 0) && (
            <div className={styles.answer}>
              {turn.tools.length > 0 && (
                <p className={styles.tools}>
                  <Icon name="list" size={16} />
                  {words.lookedAt(toolNames(turn.tools, words))}
                </p>
              )}
              <p className={styles.text} aria-live="polite">
                {turn.sentences.length === 0 && answering && <span className={styles.thinking}>{words.thinking}</span>}
                {turn.sentences.map((sentence, n) => (
                  <span key={n}>{sentence}</span>
                ))}
              </p>
              <Help text={turn.sentences.join("")} />
            </div>
          )}
        </>
      )}
      {children}
    </div>
  );
}

function Question({ text, place }: { text: string; place: Ref<HTMLHeadingElement> }) {
  const words = useWords(chatWords);
  return (
    <h2 className={styles.question} ref={place}>
      <span className="unseen">{words.you}: </span>
      {text}
    </h2>
  );
}
