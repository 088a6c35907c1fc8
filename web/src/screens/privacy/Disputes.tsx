import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { factsQuery } from "@/api/queries";
import { asProblem } from "@/api/problem";
import { useDraft } from "@/drafts/useDraft";
import { factValue } from "@/facts/factValue";
import { day } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { useSaveProfile, type Profile } from "@/profile/profile";
import { useSignedIn } from "@/session/session";
import { Button } from "@/ui/Button";
import { SelectField, TextField } from "@/ui/Field";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstProblem } from "@/ui/useFirstProblem";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

const LONGEST_NOTE = 500;

interface Draft {
  about: string;
  note: string;
}

const EMPTY: Draft = { about: "", note: "" };

/** Notes on figures that others sent: they stand beside the figure until they are removed. */
export function Disputes({ disputes }: { disputes: Profile["disputes"] }) {
  const words = useWords(privacyWords);
  const language = useLanguage();
  const { person } = useSignedIn();
  const facts = useQuery(factsQuery);
  const save = useSaveProfile();
  const { draft, keep, discard } = useDraft<Draft>(`dispute:${person.uid}`);
  const [lacking, setLacking] = useState<{ about?: boolean; note?: boolean }>({});
  const form = useFirstProblem(lacking);
  const { about, note } = draft ?? EMPTY;
  const known = facts.data?.facts ?? [];
  const label = (id: string) => {
    if (facts.isPending) return "…";
    const fact = known.find((each) => each.id === id);
    return fact ? (language === "hi" && fact.labelHi ? fact.labelHi : fact.label) : words.goneFigure(id);
  };

  function add() {
    const now = { about: about === "", note: note.trim() === "" };
    setLacking(now);
    if (now.about || now.note) return;
    save.mutate(
      { change: (told) => ({ ...told, disputes: [...(told.disputes ?? []), { about, note: note.trim() }] }) },
      { onSuccess: discard },
    );
  }

  return (
    <>
      <p>{words.disputesText}</p>
      {disputes.length > 0 && (
        <ul className={styles.purposes}>
          {disputes.map((dispute) => (
            <li key={dispute.id}>
              <span>
                {label(dispute.about)}: {dispute.note}
                <small>{words.since(day(dispute.since, language))}</small>
              </span>
              <Button
                kind="plain"
                busy={save.isPending}
                aria-label={words.removeDisputeOf(label(dispute.about))}
                onClick={() =>
                  save.mutate({ change: (told) => ({ ...told, disputes: (told.disputes ?? []).filter(({ id }) => id !== dispute.id) }) })
                }
              >
                {words.removeDispute}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        ref={form}
        className={styles.dispute}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <SelectField
          label={words.disputeFigure}
          problem={lacking.about ? words.figureMissing : undefined}
          value={about}
          onChange={(event) => keep({ about: event.target.value, note })}
        >
          <option value="">{words.chooseFigure}</option>
          {known.map((fact) => (
            <option key={fact.id} value={fact.id}>
              {label(fact.id)} · {factValue(fact, language)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.disputeNote}
          hint={words.disputeNoteHint}
          problem={lacking.note ? words.noteMissing : undefined}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={(event) => keep({ about, note: event.target.value })}
        />
        {save.isError && <ProblemNotice problem={asProblem(save.error)} />}
        <p>
          <Button type="submit" kind="second" busy={save.isPending}>
            {words.addDispute}
          </Button>
        </p>
      </form>
    </>
  );
}
