import { categories } from "@/i18n/categories";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { MoneyField, SelectField } from "@/ui/Field";
import { Items } from "./Items";
import { offered } from "./offered";
import type { SectionProps } from "./section";
import { profileWords } from "./words";

/** A category can have one budget, so that those which have one are not offered again. */
export function Budgets({ draft, change, problem }: SectionProps) {
  const words = useWords(profileWords);
  const names = useWords(categories);
  const taken = new Set(draft.budgets.map(({ category }) => category));
  const free = Object.keys(names).find((id) => !taken.has(id));
  return (
    <Card title={words.budgets}>
      <p>{words.budgetsText}</p>
      <Items
        items={draft.budgets}
        titleOf={words.budget}
        add={words.addBudget}
        fresh={free === undefined ? null : { category: free, limit: "" }}
        onChange={(budgets) => change({ budgets })}
      >
        {(budget, n, edit) => (
          <>
            <SelectField label={words.category} value={budget.category} onChange={(event) => edit({ category: event.target.value })}>
              {offered(names, taken, budget.category).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <MoneyField
              label={words.limit}
              problem={problem(`budgets.${n}.limit`)}
              value={budget.limit}
              onChange={(event) => edit({ limit: event.target.value })}
            />
          </>
        )}
      </Items>
    </Card>
  );
}
