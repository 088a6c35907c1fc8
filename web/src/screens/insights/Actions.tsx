import { useRef, useState, type ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { today } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Tick } from "@/ui/Tick";
import { useOnline } from "@/ui/useOnline";
import { saveInsight } from "./file";
import type { Action, Insight, useAct } from "./insights";
import { stateText } from "./stateText";
import { insightWords } from "./words";
import styles from "./insights.module.css";

const SNOOZES = [
  ["week", 7],
  ["month", 30],
  ["quarter", 90],
] as const;
const DAY_MS = 86_400_000;

interface ActionsProps {
  insight: Insight;
  act: ReturnType<typeof useAct>;
}

/** What the person does with it; every step can be taken back. */
export function Actions({ insight, act }: ActionsProps) {
  const words = useWords(insightWords);
  const language = useLanguage();
  const online = useOnline();
  const place = useRef<HTMLDivElement>(null);
  const [snoozing, setSnoozing] = useState(false);
  const [exported, setExported] = useState(false);
  const { state, steps } = insight;
  const open = state === "new" || state === "seen";
  const told = act.variables?.action !== "seen";
  const ticking = act.isPending && act.variables.action === "check" ? act.variables.stepsDone : undefined;
  const isDone = ({ index, done }: (typeof steps)[number]) => ticking?.includes(index) ?? done;
  const doing = (action: Action["action"], more: Partial<Action> = {}) => {
    setSnoozing(false);
    // the button that had the focus may go with the state that it changed
    const refocus = () => action !== "check" && action !== "export" && place.current?.focus();
    act.mutate({ action, note: "", ...more }, { onSuccess: refocus });
  };
  const button = (action: "implement" | "done" | "dismiss" | "undo", label: string, kind: "main" | "second" | "plain") => (
    <Button kind={kind} busy={act.isPending && told} disabled={!online} onClick={() => doing(action)}>
      {label}
    </Button>
  );

  return (
    <>
      {steps.length > 0 && (
        <div className={styles.steps}>
          <h2>{words.steps}</h2>
          {state === "implementing" ? (
            steps.map((step) => (
              <Tick
                key={step.index}
                label={step.text}
                checked={isDone(step)}
                onChange={(ticked) =>
                  online &&
                  doing("check", {
                    stepsDone: steps.filter((each) => (each.index === step.index ? ticked : isDone(each))).map(({ index }) => index),
                  })
                }
              />
            ))
          ) : (
            <ul>
              {steps.map((step) => (
                <li key={step.index}>{step.text}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div role="status" ref={place} tabIndex={-1}>
        <StateNotice insight={insight} undo={insight.canUndo && button("undo", words.undo, "second")} />
        {open && act.isSuccess && act.variables.action === "undo" && <p className={styles.soft}>{words.broughtBack(insight.title)}</p>}
      </div>
      {act.isError && told && <ProblemNotice problem={asProblem(act.error)} />}
      <div className={styles.actions}>
        {open && button("implement", words.start, "main")}
        {(open || state === "implementing") && button("done", words.done, open ? "second" : "main")}
        {open && (
          <Button kind="second" aria-expanded={snoozing} disabled={!online} onClick={() => setSnoozing(!snoozing)}>
            {words.snooze}
          </Button>
        )}
        {(open || state === "implementing") && button("dismiss", words.dismiss, "plain")}
        <Button
          kind="plain"
          onClick={() => {
            saveInsight(insight, language);
            setExported(true);
            if (online) doing("export");
          }}
        >
          {words.export}
        </Button>
      </div>
      {snoozing && (
        <fieldset className={styles.actions}>
          <legend>{words.until}</legend>
          {SNOOZES.map(([word, days]) => (
            <Button
              key={word}
              kind="second"
              onClick={() => doing("snooze", { until: new Date(Date.parse(`${today()}T06:00:00+05:30`) + days * DAY_MS).toISOString() })}
            >
              {words[word]}
            </Button>
          ))}
        </fieldset>
      )}
      <p role="status" className={styles.soft}>
        {exported && words.exported}
      </p>
    </>
  );
}

function StateNotice({ insight, undo }: { insight: Insight; undo: ReactNode }) {
  const words = useWords(insightWords);
  const text = stateText(insight, words, useLanguage());
  if (text === null) return null;
  return (
    <Notice tone={insight.state === "done" ? "good" : "info"} actions={undo}>
      {text} {(insight.state === "dismissed" || insight.state === "snoozed") && words.findAway}
    </Notice>
  );
}
