import { useEffect, useState } from "react";
import { asProblem } from "@/api/problem";
import { useDraft } from "@/drafts/useDraft";
import { common } from "@/i18n/common";
import { codeText } from "@/i18n/problems";
import { useLanguage, useWords } from "@/i18n/words";
import { useSaveProfile, type Profile } from "@/profile/profile";
import { draftOf, problemsOf, withDraft, type ProfileDraft, type Problems } from "@/profile/profileDraft";
import { refusedFields } from "@/profile/refused";
import { useSignedIn } from "@/session/session";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstProblem } from "@/ui/useFirstProblem";
import { useOnline } from "@/ui/useOnline";
import { AboutYou } from "./AboutYou";
import { Budgets } from "./Budgets";
import { Entries } from "./Entries";
import { Goals } from "./Goals";
import { NomineeFields } from "./NomineeFields";
import { profileWords } from "./words";
import styles from "./profile.module.css";

interface Kept {
  draft: ProfileDraft;
  etag: string | null;
}

/** One form, saved as a whole; a change made elsewhere meanwhile is not overwritten unasked. */
export function ProfileForm({ profile, etag }: { profile: Profile; etag: string | null }) {
  const words = useWords(profileWords);
  const shared = useWords(common);
  const language = useLanguage();
  const online = useOnline();
  const { person } = useSignedIn();
  const { draft: kept, keep, discard } = useDraft<Kept>(`profile:${person.uid}`);
  const [problems, setProblems] = useState<Problems>({});
  const form = useFirstProblem(problems);
  const save = useSaveProfile();
  const draft = kept?.draft ?? draftOf(profile);
  useEffect(() => document.getElementById(globalThis.location.hash.slice(1))?.scrollIntoView(), []);
  const failure = save.isError ? asProblem(save.error) : null;
  const marked = failure?.code === "invalid_input" && Object.keys(problems).length > 0;

  function change(part: Partial<ProfileDraft>) {
    keep({ draft: { ...draft, ...part }, etag: kept ? kept.etag : etag });
    save.reset();
  }

  function submit(version: string | null) {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) {
      save.mutate(
        { change: (told) => withDraft(told, draft), etag: version },
        { onSuccess: discard, onError: (error) => setProblems(refusedFields(asProblem(error))) },
      );
    }
  }

  function problem(path: string): string | undefined {
    switch (problems[path]) {
      case undefined:
        return undefined;
      case "missing":
        return words.missing;
      case "not_an_amount":
        return shared.notAnAmount;
      case "not_a_number":
        return words.notANumber;
      case "adults_only":
        return codeText("adults_only", language);
      case "in_the_past":
        return words.inThePast;
      case "not_possible":
        return words.notPossible;
    }
  }

  const section = { draft, change, problem };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(kept?.etag ?? etag);
      }}
    >
      <AboutYou {...section} />
      <Goals {...section} />
      <Budgets {...section} />
      <Entries list="assets" {...section} />
      <Entries list="debts" {...section} />
      <NomineeFields {...section} />
      <div className={styles.end} data-unsaved={kept !== null || undefined} role="status">
        {Object.keys(problems).length > 0 && <Notice tone="warn">{words.fixFirst}</Notice>}
        {failure?.status === 409 ? (
          <Notice tone="warn" actions={<Button onClick={() => submit(null)}>{words.saveAnyway}</Button>}>
            {words.changedMeanwhile}
          </Notice>
        ) : (
          failure && !marked && <ProblemNotice problem={failure} />
        )}
        {save.isSuccess && <Notice tone="good">{shared.saved}</Notice>}
        {kept && <p className={styles.soft}>{words.unsaved}</p>}
        <div className={styles.actions}>
          <Button type="submit" busy={save.isPending} disabled={!online}>
            {shared.save}
          </Button>
          {kept && (
            <Button
              kind="plain"
              onClick={() => {
                discard();
                setProblems({});
              }}
            >
              {words.discard}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
