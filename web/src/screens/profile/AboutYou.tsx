import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { SelectField, TextField } from "@/ui/Field";
import type { SectionProps } from "./section";
import { profileWords } from "./words";
import styles from "./profile.module.css";

export function AboutYou({ draft, change, problem }: SectionProps) {
  const words = useWords(profileWords);
  const number = (field: "birthYear" | "retirementAge" | "dependants") => (
    <TextField
      label={words[field]}
      optional={field !== "birthYear"}
      problem={problem(field)}
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
      value={draft[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  const choice = <C extends "old" | "new" | "conservative" | "moderate" | "aggressive">(
    field: "taxRegime" | "riskProfile",
    choices: readonly C[],
  ) => (
    <SelectField label={words[field]} optional value={draft[field]} onChange={(event) => change({ [field]: event.target.value })}>
      <option value="">{words.notTold}</option>
      {choices.map((each) => (
        <option key={each} value={each}>
          {words[each]}
        </option>
      ))}
    </SelectField>
  );
  return (
    <Card title={words.you}>
      <div className={styles.fields}>
        {number("birthYear")}
        {number("retirementAge")}
        {number("dependants")}
        {choice("taxRegime", ["old", "new"])}
        {choice("riskProfile", ["conservative", "moderate", "aggressive"])}
      </div>
    </Card>
  );
}
