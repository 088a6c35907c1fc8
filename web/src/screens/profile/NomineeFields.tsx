import { useWords } from "@/i18n/words";
import { RELATIONS } from "@/profile/profileDraft";
import { Card } from "@/ui/Card";
import { SelectField, TextField } from "@/ui/Field";
import type { SectionProps } from "./section";
import { profileWords } from "./words";
import styles from "./profile.module.css";

export function NomineeFields({ draft, change, problem }: SectionProps) {
  const words = useWords(profileWords);
  const { nominee } = draft;
  const edit = (part: Partial<typeof nominee>) => change({ nominee: { ...nominee, ...part } });
  return (
    <Card title={words.nominee}>
      <p>{words.nomineeText}</p>
      <div className={styles.fields}>
        <TextField
          label={words.name}
          optional
          problem={problem("nominee.name")}
          maxLength={80}
          autoComplete="off"
          value={nominee.name}
          onChange={(event) => edit({ name: event.target.value })}
        />
        <TextField
          label={words.contact}
          optional
          problem={problem("nominee.contact")}
          maxLength={80}
          autoComplete="off"
          value={nominee.contact}
          onChange={(event) => edit({ contact: event.target.value })}
        />
        <SelectField label={words.relation} value={nominee.relation} onChange={(event) => edit({ relation: event.target.value })}>
          {RELATIONS.map((relation) => (
            <option key={relation} value={relation}>
              {words[relation]}
            </option>
          ))}
        </SelectField>
      </div>
    </Card>
  );
}
