import type { ChangeEvent } from "react";
import { termFor } from "@/facts/factValue";
import { today } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { MoneyField, SelectField, TextField } from "@/ui/Field";
import { Tick } from "@/ui/Tick";
import type { FieldSpec } from "./kinds";
import { textOf, typed, type ScenarioDraft, type Troubles } from "./scenario";
import { troubleText } from "./trouble";
import { useDebts } from "./useDebts";
import { fieldWords } from "./words";
import styles from "../simulate.module.css";

export interface ScenarioFieldProps {
  spec: FieldSpec;
  draft: ScenarioDraft;
  troubles: Troubles;
  onChange: (draft: ScenarioDraft) => void;
  label?: string;
}

type Word = keyof (typeof fieldWords)["en"];

/** One field of a scenario, as its type asks for; `label` in place of its own name. */
export function ScenarioField({ spec, draft, troubles, onChange, label: asked }: ScenarioFieldProps) {
  const words = useWords(fieldWords);
  const language = useLanguage();
  const debts = useDebts();
  const trouble = troubles[spec.name];
  const value = textOf(draft, spec);
  /** A debt may be told by its kind or its lender, as it was read; one that is told by its id has its name in a moment. */
  const nameOf = (debt: string) => termFor(debt, language) ?? (debts.length === 0 ? "…" : debt);
  const change = (text: string) => onChange(typed(draft, spec.name, text));
  const label = asked ?? words[spec.word as Word];
  const hint = Object.hasOwn(words, `${spec.word}Hint`) ? words[`${spec.word}Hint` as Word] : undefined;
  const shared = {
    label,
    optional: !spec.needed,
    problem: trouble && troubleText(trouble, spec.type, language),
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => change(event.target.value),
  };
  switch (spec.type) {
    case "money":
      return <MoneyField {...shared} />;
    case "change":
      return <TextField {...shared} {...(hint ? { hint } : {})} type="text" autoComplete="off" />;
    case "decimal":
      return <TextField {...shared} {...(hint ? { hint } : {})} inputMode={hint ? "text" : "decimal"} autoComplete="off" />;
    case "whole":
      return <TextField {...shared} inputMode="numeric" autoComplete="off" />;
    case "date":
      return <TextField {...shared} type="date" min={today()} />;
    case "choice":
      return (
        <SelectField {...shared} optional={false}>
          {(spec.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {words[choice as Word]}
            </option>
          ))}
        </SelectField>
      );
    case "yes":
      return <Tick label={label} checked={value === "yes"} onChange={(ticked) => change(ticked ? "yes" : "no")} />;
    case "debt":
      return (
        <SelectField {...shared} optional={false}>
          <option value="">{words.debtAny}</option>
          {value !== "" && !debts.some(({ id }) => id === value) && <option value={value}>{nameOf(value)}</option>}
          {debts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      );
    case "debts":
      return <DebtTicks label={label} hint={words.debtsHint} value={value} onChange={change} />;
  }
}

interface DebtTicksProps {
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}

function DebtTicks({ label, hint, value, onChange }: DebtTicksProps) {
  const debts = useDebts();
  const chosen = value.split(",").filter(Boolean);
  if (debts.length === 0) return null;
  return (
    <fieldset className={styles.wide}>
      <legend>{label}</legend>
      <p className={styles.soft}>{hint}</p>
      <div className={styles.ticks}>
        {debts.map(({ id, name }) => (
          <Tick
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(ticked) => onChange((ticked ? [...chosen, id] : chosen.filter((each) => each !== id)).join(","))}
          />
        ))}
      </div>
    </fieldset>
  );
}
