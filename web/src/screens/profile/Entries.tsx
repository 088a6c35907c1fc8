import { oneOfClass } from "@/i18n/classes";
import { useLanguage, useWords } from "@/i18n/words";
import { ASSET_CLASSES, DEBT_CLASSES, type EntryDraft } from "@/profile/profileDraft";
import { Card } from "@/ui/Card";
import { MoneyField, SelectField, TextField } from "@/ui/Field";
import { Items } from "./Items";
import type { SectionProps } from "./section";
import { profileWords } from "./words";

/** What no provider knows of: assets, or debts. */
export function Entries({ list, draft, change, problem }: SectionProps & { list: "assets" | "debts" }) {
  const words = useWords(profileWords);
  const language = useLanguage();
  const owned = list === "assets";
  const classes: readonly string[] = owned ? ASSET_CLASSES : DEBT_CLASSES;
  return (
    <Card title={owned ? words.assets : words.debts}>
      {owned && <p id="entries">{words.assetsText}</p>}
      <Items<EntryDraft>
        items={draft[list]}
        titleOf={owned ? words.asset : words.debt}
        add={owned ? words.addAsset : words.addDebt}
        fresh={{ id: null, class: classes[0] ?? "", name: "", value: "" }}
        onChange={(items) => change({ [list]: items })}
      >
        {(entry, n, edit) => (
          <>
            <SelectField label={words.class} value={entry.class} onChange={(event) => edit({ class: event.target.value })}>
              {classes.map((id) => (
                <option key={id} value={id}>
                  {oneOfClass(id, language)}
                </option>
              ))}
            </SelectField>
            <TextField
              label={words.name}
              problem={problem(`${list}.${n}.name`)}
              maxLength={80}
              value={entry.name}
              onChange={(event) => edit({ name: event.target.value })}
            />
            <MoneyField
              label={owned ? words.value : words.owed}
              problem={problem(`${list}.${n}.value`)}
              value={entry.value}
              onChange={(event) => edit({ value: event.target.value })}
            />
          </>
        )}
      </Items>
    </Card>
  );
}
