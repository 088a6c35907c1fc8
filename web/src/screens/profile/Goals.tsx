import { today } from "@/format/date";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { MoneyField, TextField } from "@/ui/Field";
import { Items } from "./Items";
import type { SectionProps } from "./section";
import { profileWords } from "./words";

export function Goals({ draft, change, problem }: SectionProps) {
  const words = useWords(profileWords);
  return (
    <Card title={words.goals}>
      <p>{words.goalsText}</p>
      <Items
        items={draft.goals}
        titleOf={words.goal}
        add={words.addGoal}
        fresh={{ id: null, name: "", target: "", by: "", saved: "" }}
        onChange={(goals) => change({ goals })}
      >
        {(goal, n, edit) => (
          <>
            <TextField
              label={words.name}
              problem={problem(`goals.${n}.name`)}
              maxLength={80}
              value={goal.name}
              onChange={(event) => edit({ name: event.target.value })}
            />
            <MoneyField
              label={words.target}
              problem={problem(`goals.${n}.target`)}
              value={goal.target}
              onChange={(event) => edit({ target: event.target.value })}
            />
            <TextField
              label={words.by}
              problem={problem(`goals.${n}.by`)}
              type="date"
              min={today()}
              value={goal.by}
              onChange={(event) => edit({ by: event.target.value })}
            />
            <MoneyField
              label={words.saved}
              optional
              problem={problem(`goals.${n}.saved`)}
              value={goal.saved}
              onChange={(event) => edit({ saved: event.target.value })}
            />
          </>
        )}
      </Items>
    </Card>
  );
}
