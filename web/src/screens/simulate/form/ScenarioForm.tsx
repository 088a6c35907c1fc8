import type { ReactNode } from "react";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { SelectField } from "@/ui/Field";
import { Notice } from "@/ui/Notice";
import { useFirstProblem } from "@/ui/useFirstProblem";
import { useOnline } from "@/ui/useOnline";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";
import { FORMS, isOfALoan, KINDS, OWN_FIGURES, OWN_LOAN, type FieldSpec, type Kind } from "./kinds";
import { textOf, type ScenarioDraft, type Troubles } from "./scenario";
import { ScenarioField } from "./ScenarioField";
import { troubleText } from "./trouble";
import { kindWords } from "./words";

interface ScenarioFormProps {
  draft: ScenarioDraft;
  troubles: Troubles;
  busy: boolean;
  onChange: (draft: ScenarioDraft) => void;
  onSubmit: () => void;
}

/** What is tried out, field by field. */
export function ScenarioForm({ draft, troubles, busy, onChange, onSubmit }: ScenarioFormProps) {
  const words = useWords(simulateWords);
  const kinds = useWords(kindWords);
  const language = useLanguage();
  const online = useOnline();
  const form = useFirstProblem(troubles);
  const whole = troubles[""] ?? troubles["kind"];
  const fields = (specs: readonly FieldSpec[]) => (
    <div className={styles.fields}>
      {specs.map((spec) => (
        <ScenarioField key={spec.name} spec={spec} draft={draft} troubles={troubles} onChange={onChange} />
      ))}
    </div>
  );
  const isOpen = (specs: readonly FieldSpec[]) =>
    specs.some((spec) => textOf(draft, spec) !== "" || troubles[spec.name]) || (specs === OWN_LOAN && troubles["loan"] !== undefined);
  return (
    <Card title={words.formTitle}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <SelectField label={words.kind} value={draft.kind} onChange={(event) => onChange({ ...draft, kind: event.target.value as Kind })}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind]}
            </option>
          ))}
        </SelectField>
        {fields(FORMS[draft.kind])}
        {isOfALoan(draft.kind) && (
          <More title={words.ownLoan} open={isOpen(OWN_LOAN)}>
            {fields(OWN_LOAN)}
            {troubles["loan"] && <Notice tone="warn">{troubleText(troubles["loan"], null, language)}</Notice>}
          </More>
        )}
        <More title={words.own} open={isOpen(OWN_FIGURES)}>
          {fields(OWN_FIGURES)}
        </More>
        <div role="status">
          {Object.keys(troubles).length > 0 && (
            <Notice tone="warn">{whole ? troubleText(whole, null, language) : words.fixFirst}</Notice>
          )}
        </div>
        <div>
          <Button type="submit" busy={busy} disabled={!online}>
            {words.tryIt}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function More({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className={styles.more} open={open || undefined}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
