import { useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { asProblem } from "@/api/problem";
import { consentsQuery } from "@/api/queries";
import { mayBeUsed } from "@/consent/consents";
import { useDraft } from "@/drafts/useDraft";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import { Button, ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Screen } from "@/ui/Screen";
import { Skeleton } from "@/ui/Skeleton";
import { isKind } from "./form/kinds";
import { draftOf, emptyDraft, scenarioOf, typed, type ScenarioDraft, type Troubles } from "./form/scenario";
import { ScenarioForm } from "./form/ScenarioForm";
import { Question } from "./Question";
import { Assumptions } from "./result/Assumptions";
import { Compare } from "./result/Compare";
import { Lacks } from "./result/Lacks";
import { Reading } from "./result/Reading";
import { Result } from "./result/Result";
import { troublesOf, useSimulate, type Asked, type Simulation } from "./simulation";
import { simulateWords } from "./words";
import styles from "./simulate.module.css";

/** What came out last, and what it is compared with. */
interface Seen {
  last: Simulation | null;
  kept: Simulation | null;
}

/** What if: a scenario in words or by form, worked out on the person's own figures. */
export default function SimulateScreen() {
  const words = useWords(simulateWords);
  const shared = useWords(common);
  const { person } = useSignedIn();
  const [asked] = useSearchParams();
  const begun = useDraft<ScenarioDraft>(`simulate:${person.uid}`);
  const question = useDraft<string>(`simulate-words:${person.uid}`);
  const results = useDraft<Seen>(`simulated:${person.uid}`);
  const [troubles, setTroubles] = useState<Troubles>({});
  const simulate = useSimulate();
  const consents = useQuery(consentsQuery);
  const outcome = useRef<HTMLDivElement>(null);

  const draft = begun.draft ?? fromAddress(asked);
  const seen = results.draft ?? { last: null, kept: null };
  const failure = simulate.isError ? asProblem(simulate.error) : null;
  const inWords = simulate.variables?.text != null;
  const told = failure?.code === "invalid_input" && Object.keys(troubles).length > 0;

  function change(changed: ScenarioDraft) {
    begun.keep(changed);
    setTroubles({});
  }

  function ask(what: Asked) {
    setTroubles({});
    simulate.mutate(what, {
      onSuccess: (found) => {
        const read = found.reading && draftOf(found.reading.scenario, draft);
        if (read) begun.keep(read);
        results.keep({ ...seen, last: found });
        requestAnimationFrame(() => outcome.current?.focus());
      },
      onError: (error) => setTroubles(troublesOf(error)),
    });
  }

  function submit() {
    const made = scenarioOf(draft);
    if ("troubles" in made) setTroubles(made.troubles);
    else ask({ scenario: made.scenario });
  }

  const form = { draft, troubles, busy: simulate.isPending, onChange: change };
  const { last, kept } = seen;
  return (
    <Screen
      title={shared.simulate}
      intro={<p>{words.intro}</p>}
      actions={
        (begun.draft !== null || last !== null) && (
          <Button
            kind="plain"
            onClick={() => {
              for (const each of [begun, question, results]) each.discard();
              setTroubles({});
              simulate.reset();
            }}
          >
            {words.clear}
          </Button>
        )
      }
    >
      <div className={styles.page}>
        <div className={styles.column}>
          {consents.data && !mayBeUsed(consents.data, "portfolio_analysis") && (
            <Notice actions={<ButtonLink kind="second" to="/privacy">{shared.privacy}</ButtonLink>}>{words.noConsent}</Notice>
          )}
          <Question
            text={question.draft ?? ""}
            busy={simulate.isPending && inWords}
            problem={inWords ? failure : null}
            onChange={question.keep}
            onAsk={(text) => ask({ text })}
          />
          <ScenarioForm {...form} busy={simulate.isPending && !inWords} onSubmit={submit} />
          {failure && !inWords && !told && <ProblemNotice problem={failure} retry={submit} />}
        </div>
        <div ref={outcome} tabIndex={-1} className={styles.column}>
          {simulate.isPending && (
            <Card>
              <Skeleton lines={last ? 2 : 6} />
            </Card>
          )}
          {last?.done && kept && !sameResult(kept, last) && (
            <Compare first={kept} second={last} onStop={() => results.keep({ last, kept: null })} />
          )}
          {last && (
            <Card
              title={words.resultTitle}
              aside={
                last.done && (
                  <Button kind="second" onClick={() => results.keep({ last, kept: last })}>
                    {words.keep}
                  </Button>
                )
              }
            >
              <div role="status">{kept && sameResult(kept, last) && <Notice>{words.kept}</Notice>}</div>
              <Reading found={last} />
              {last.done && <Result found={last} />}
              <Lacks {...form} found={last} onAgain={submit} />
              <Assumptions
                assumptions={last.assumptions}
                typed={draft.assumptions}
                troubles={troubles}
                busy={simulate.isPending}
                onChange={(assumptions) => change({ ...draft, assumptions })}
                onAgain={submit}
              />
            </Card>
          )}
        </div>
      </div>
    </Screen>
  );
}

/** Drafts are read back as text, so that the same result can be two objects. */
function sameResult(one: Simulation, other: Simulation): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a link asks for: /simulate?kind=loan_prepayment&debt=… */
function fromAddress(asked: URLSearchParams): ScenarioDraft {
  const kind = asked.get("kind");
  const draft = emptyDraft(isKind(kind) ? kind : "loan_prepayment");
  const debt = asked.get("debt");
  return debt === null ? draft : typed(draft, "debt", debt);
}
