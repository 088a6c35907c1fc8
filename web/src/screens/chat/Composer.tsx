import { useId, type KeyboardEvent } from "react";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { useOnline } from "@/ui/useOnline";
import { chatWords } from "./words";
import styles from "./chat.module.css";

const LONGEST = 4000;
const NEAR_THE_END = 3800;

interface ComposerProps {
  text: string;
  answering: boolean;
  onChange: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
}

/** Where a question is written; Enter sends it, except while a letter is being composed. */
export function Composer({ text, answering, onChange, onSend, onStop }: ComposerProps) {
  const words = useWords(chatWords);
  const online = useOnline();
  const id = useId();
  const ready = text.trim() !== "" && !answering && online;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (ready) onSend();
  }

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend();
      }}
    >
      <div className={styles.box}>
        <label htmlFor={id} className="unseen">
          {words.question}
        </label>
        <textarea
          id={id}
          rows={1}
          value={text}
          maxLength={LONGEST}
          placeholder={words.placeholder}
          enterKeyHint="send"
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {/* two buttons, not one: a click that stops would otherwise end up on one that sends */}
        {answering ? (
          <Button key="stop" kind="second" onClick={onStop}>
            <Icon name="stop" size={18} />
            <span className={styles.word}>{words.stop}</span>
          </Button>
        ) : (
          <Button key="send" type="submit" disabled={!ready}>
            <Icon name="send" size={18} />
            <span className={styles.word}>{words.send}</span>
          </Button>
        )}
      </div>
      <small id={`${id}-note`} className={styles.note}>
        {!online && `${words.offline} `}
        {text.length > NEAR_THE_END ? words.tooLong(String(LONGEST)) : words.notAdvice}
      </small>
    </form>
  );
}
