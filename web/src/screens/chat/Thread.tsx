import { useEffect, useRef, type ReactNode, type Ref } from "react";
import { useWords } from "@/i18n/words";
import { Answer } from "./Answer";
import { Help } from "./Help";
import { LookedAt } from "./LookedAt";
import type { Message, Turn } from "./turn";
import { chatWords } from "./words";
import styles from "./chat.module.css";

interface ThreadProps {
  conversationId: string | null;
  messages: readonly Message[];
  turn: Turn | null;
  answering: boolean;
  children?: ReactNode;
}

/** What was said so far, and the answer that is being made. */
export function Thread({ conversationId, messages, turn, answering, children }: ThreadProps) {
  const words = useWords(chatWords);
  const asked = messages.filter(({ role }) => role === "user").length + (turn ? 1 : 0);
  const newest = useRef<HTMLHeadingElement>(null);
  const shown = messages.length + (turn?.sentences.length ?? 0);
  const moving = asked > 1 || turn !== null;
  useEffect(() => {
    const question = newest.current;
    // Up to the top edge and no further, so that the answer has room and whoever scrolls on is left alone.
    if (moving && question && question.getBoundingClientRect().top > 0) question.scrollIntoView({ block: "start" });
  }, [moving, asked, shown]);
  const last = messages.findLast(({ role }) => role === "user")?.id;
  return (
    <div className={styles.thread}>
      {messages.map((message) =>
        message.role === "user" ? (
          <Question key={message.id} text={message.text} place={turn === null && message.id === last ? newest : null} />
        ) : (
          <Answer key={message.id} message={message} conversationId={conversationId ?? ""} />
        ),
      )}
      {turn && (
        <>
          <Question text={turn.question} place={newest} />
          {(answering || turn.sentences.length > 0) && (
            <div className={styles.answer}>
              <LookedAt tools={turn.tools} />
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
