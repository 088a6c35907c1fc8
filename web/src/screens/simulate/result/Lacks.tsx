import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { useOnline } from "@/ui/useOnline";
import { fieldsOf, OWN_LOAN, type FieldSpec } from "../form/kinds";
import type { ScenarioDraft, Troubles } from "../form/scenario";
import { ScenarioField } from "../form/ScenarioField";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";

interface LacksProps {
  found: Simulation;
  draft: ScenarioDraft;
  troubles: Troubles;
  busy: boolean;
  onChange: (draft: ScenarioDraft) => void;
  onAgain: () => void;
}

/** What the data does not say, asked for on the spot. */
export function Lacks({ found, draft, troubles, busy, onChange, onAgain }: LacksProps) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const online = useOnline();
  const lacks = found.unavailable;
  if (lacks.length === 0) return null;
  const specs = new Map<string, FieldSpec>();
  for (const { field, needed } of lacks) {
    if (field === "loan") for (const spec of OWN_LOAN) specs.set(spec.name, spec);
    const spec = fieldsOf(draft.kind).find(({ name }) => name === field);
    if (spec) specs.set(field, needed ? { ...spec, needed } : spec);
  }
  return (
    <Notice tone={found.done ? "info" : "warn"} title={found.done ? words.lacksMore : words.lacksTitle}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onAgain();
        }}
      >
        <ul>
          {lacks.map(({ what, ask, needs }) => (
            <li key={what}>
              {ask[language]} {language === "en" && needs}
            </li>
          ))}
        </ul>
        {specs.size > 0 && (
          <>
            <div className={styles.fields}>
              {[...specs.values()].map((spec) => (
                <ScenarioField key={spec.name} spec={spec} draft={draft} troubles={troubles} onChange={onChange} />
              ))}
            </div>
            <div>
              <Button type="submit" kind="second" busy={busy} disabled={!online}>
                {words.again}
              </Button>
            </div>
          </>
        )}
      </form>
    </Notice>
  );
}
