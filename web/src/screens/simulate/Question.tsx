import { useId } from "react";
import type { Problem } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import { simulateWords } from "./words";
import styles from "./simulate.module.css";

const LONGEST = 500;

interface QuestionProps {
  text: string;
  busy: boolean;
  problem: Problem | null;
  onChange: (text: string) => void;
  onAsk: (text: string) => void;
}

/** A scenario in the person's own words, in English, Hindi or a mix. */
export function Question({ text, busy, problem, onChange, onAsk }: QuestionProps) {
  const words = useWords(simulateWords);
  const online = useOnline();
  const id = useId();
  const said = text.trim();
  return (
    <Card title={words.askTitle}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (said.length > 1 && !busy) onAsk(said);
        }}
      >
        <label htmlFor={id} className={styles.label}>
          {words.ask}
        </label>
        <textarea
          id={id}
          rows={2}
          maxLength={LONGEST}
          aria-describedby={`${id}-hint`}
          className={styles.words}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
        <small id={`${id}-hint`} className={styles.soft}>
          {words.askHint}
        </small>
        {problem?.code === "not_understood" ? (
          <div role="alert">
            <Notice tone="warn">{words.notUnderstood}</Notice>
          </div>
        ) : (
          problem && <ProblemNotice problem={problem} />
        )}
        <div>
          <Button type="submit" busy={busy} disabled={!online || said.length < 2}>
            {words.tryIt}
          </Button>
        </div>
      </form>
    </Card>
  );
}
