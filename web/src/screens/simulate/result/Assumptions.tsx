import { factValue } from "@/facts/factValue";
import { day } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { useOnline } from "@/ui/useOnline";
import { troubleText } from "../form/trouble";
import type { Troubles } from "../form/scenario";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";
import styles from "../simulate.module.css";

type Assumption = Simulation["assumptions"][number];

interface AssumptionsProps {
  assumptions: Simulation["assumptions"];
  typed: Readonly<Record<string, string>>;
  troubles: Troubles;
  busy: boolean;
  onChange: (typed: Record<string, string>) => void;
  onAgain: () => void;
}

/** What was assumed, from where and when; what can be changed is changed here. */
export function Assumptions({ assumptions, typed, troubles, busy, onChange, onAgain }: AssumptionsProps) {
  const words = useWords(simulateWords);
  const online = useOnline();
  if (assumptions.length === 0) return null;
  const set = (id: string, text: string | null) => {
    const { [id]: _, ...others } = typed;
    onChange(text === null || text.trim() === "" ? others : { ...others, [id]: text });
  };
  return (
    <details className={styles.more} open={Object.keys(troubles).some((name) => name.startsWith("assumptions.")) || undefined}>
      <summary>{words.assumptions}</summary>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onAgain();
        }}
      >
        <p className={styles.soft}>{words.assumptionsText}</p>
        <ul className={styles.assumptions}>
          {assumptions.map((assumption) => (
            <li key={assumption.id}>
              <AssumptionRow
                assumption={assumption}
                text={typed[assumption.id]}
                trouble={troubles[`assumptions.${assumption.id}`]}
                onChange={(text) => set(assumption.id, text)}
              />
            </li>
          ))}
        </ul>
        <div>
          <Button type="submit" kind="second" busy={busy} disabled={!online}>
            {words.again}
          </Button>
        </div>
      </form>
    </details>
  );
}

interface AssumptionRowProps {
  assumption: Assumption;
  text: string | undefined;
  trouble: Troubles[string] | undefined;
  onChange: (text: string | null) => void;
}

function AssumptionRow({ assumption, text, trouble, onChange }: AssumptionRowProps) {
  const words = useWords(simulateWords);
  const language = useLanguage();
  const { label, value, unit, per, lowest, highest, told, source, asOf, validUntil } = assumption;
  const said = factValue({ value, unit, per }, language);
  const limit = (end: string) => factValue({ value: end, unit: "count" }, language);
  const limits = lowest !== null && highest !== null ? words.from(limit(lowest), limit(highest)) : undefined;
  return (
    <div className={styles.assumption}>
      {assumption.editable ? (
        <TextField
          label={`${label[language]}: ${said}`}
          {...(limits ? { hint: limits } : {})}
          problem={trouble && [troubleText(trouble, null, language), limits].filter(Boolean).join(" ")}
          inputMode="decimal"
          autoComplete="off"
          placeholder={value}
          value={text ?? ""}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <p>
          <strong>
            {label[language]}: {said}
          </strong>{" "}
          <span className={styles.soft}>{words.fixed}</span>
        </p>
      )}
      {(told || text !== undefined) && (
        <p>
          <span className={styles.soft}>{words.byYou}</span>{" "}
          <Button kind="plain" onClick={() => onChange(null)} aria-label={`${words.reset}: ${label[language]}`}>
            {words.reset}
          </Button>
        </p>
      )}
      <p className={styles.soft}>
        {words.source}: {source[language]} · {day(asOf, language)}
        {validUntil && ` · ${words.validUntil(day(validUntil, language))}`}
      </p>
    </div>
  );
}
