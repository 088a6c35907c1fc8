import { useState } from "react";
import { asProblem, Problem } from "@/api/problem";
import { useLanguage, useWords } from "@/i18n/words";
import { useSaveProfile } from "@/profile/profile";
import { refusedFields } from "@/profile/refused";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstProblem } from "@/ui/useFirstProblem";
import { connectWords } from "./words";
import styles from "./ConnectScreen.module.css";

/** The year alone; whether it is an adult's is the API's to say. */
export function BirthYearForm() {
  const words = useWords(connectWords);
  const language = useLanguage(); // what is written for the person later is written in it
  const save = useSaveProfile();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<{ year?: true }>({});
  const form = useFirstProblem(wrong);
  const failure = save.isError ? reasonOf(asProblem(save.error)) : null;

  function submit() {
    const year = /^(19|20)\d\d$/.test(typed.trim()) ? Number(typed) : null;
    setWrong(year === null ? { year: true } : {});
    if (year !== null) save.mutate({ change: (told) => ({ ...told, birthYear: year, language }) });
  }

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={styles.soft}>{words.whyAge}</p>
      <TextField
        label={words.birthYear}
        hint={words.birthYearHint}
        problem={wrong.year ? words.notAYear : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          save.reset();
        }}
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
        required
      />
      {failure && <ProblemNotice problem={failure} />}
      <Button type="submit" busy={save.isPending}>
        {words.next}
      </Button>
    </form>
  );
}

/** A year that is no adult's is refused as a value; what is wrong with it is the age. */
function reasonOf(problem: Problem): Problem {
  const young = refusedFields(problem)["birthYear"] === "adults_only";
  return young ? new Problem("adults_only", problem.status, problem.message) : problem;
}
