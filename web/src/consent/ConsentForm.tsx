import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { useLanguage, useTold, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Tick } from "@/ui/Tick";
import { ANALYTICS, grantsOf, SYNC, useAgree, type Consents } from "./consents";
import { consentWords } from "./words";
import styles from "./ConsentForm.module.css";

type Item = Schema["ItemView"];

/** The notice, itemised: nothing is ticked for the person, and each line stands alone. */
export function ConsentForm({ notice }: { notice: Consents["notice"] }) {
  const words = useWords(consentWords);
  const language = useLanguage();
  const told = useTold();
  const agree = useAgree();
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set());
  const [purposes, setPurposes] = useState<ReadonlySet<string>>(new Set());
  const [lacking, setLacking] = useState(false);

  function tickNeeded() {
    setScopes(idsOf(notice.scopes));
    setPurposes(new Set([...idsOf(notice.purposes)].filter((id) => id !== ANALYTICS || purposes.has(id))));
  }

  const enough = scopes.size > 0 && purposes.has(SYNC);

  function submit() {
    setLacking(!enough);
    if (enough) agree.mutate({ grants: grantsOf(scopes, purposes), noticeVersion: notice.version, language });
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{words.onlyTicked}</p>
      <p>
        <Button kind="second" onClick={tickNeeded}>
          {words.tickNeeded}
        </Button>
      </p>
      <Lines title={words.what} items={notice.scopes} ticked={scopes} onChange={setScopes} />
      <Lines title={words.whatFor} items={notice.purposes} ticked={purposes} onChange={setPurposes} note={{ [SYNC]: words.needed }} />
      <details className={styles.whole}>
        <summary>{words.whole}</summary>
        <p>{told(notice.introduction)}</p>
        <p>{told(notice.rights)}</p>
      </details>
      {lacking && !enough && (
        <div role="alert">
          <Notice tone="warn">{words.chooseData}</Notice>
        </div>
      )}
      {agree.isError && <ProblemNotice problem={asProblem(agree.error)} />}
      <p>
        <Button type="submit" busy={agree.isPending}>
          {words.agree}
        </Button>
      </p>
    </form>
  );
}

interface LinesProps {
  title: string;
  items: readonly Item[];
  ticked: ReadonlySet<string>;
  onChange: (ticked: ReadonlySet<string>) => void;
  note?: Readonly<Record<string, string>>;
}

function Lines({ title, items, ticked, onChange, note = {} }: LinesProps) {
  const told = useTold();
  return (
    <fieldset className={styles.lines}>
      <legend>{title}</legend>
      {items.map((item) => (
        <Tick
          key={item.id}
          label={told(item.title)}
          note={note[item.id]}
          text={told(item.text)}
          checked={ticked.has(item.id)}
          onChange={(checked) => onChange(withOrWithout(ticked, item.id, checked))}
        />
      ))}
    </fieldset>
  );
}

function idsOf(items: readonly Item[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

function withOrWithout(ids: ReadonlySet<string>, id: string, there: boolean): ReadonlySet<string> {
  const changed = new Set(ids);
  if (there) changed.add(id);
  else changed.delete(id);
  return changed;
}
