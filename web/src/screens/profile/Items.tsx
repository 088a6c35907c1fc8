import { useRef, type ReactNode } from "react";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { profileWords } from "./words";
import styles from "./profile.module.css";

interface ItemsProps<T> {
  items: readonly T[];
  titleOf: (n: string) => string;
  add: string;
  fresh: T | null; // null: there can be no more
  onChange: (items: T[]) => void;
  children: (item: T, n: number, change: (part: Partial<T>) => void) => ReactNode;
}

/** A list that can be added to and taken from; each item is a group of fields with a name. */
export function Items<T>({ items, titleOf, add, fresh, onChange, children }: ItemsProps<T>) {
  const words = useWords(profileWords);
  const adding = useRef<HTMLButtonElement>(null);
  const remove = (n: number) => {
    onChange(items.filter((_, at) => at !== n));
    adding.current?.focus(); // the button that had the focus goes with its item
  };
  return (
    <>
      {items.map((item, n) => {
        const title = titleOf(String(n + 1));
        return (
          <fieldset key={n} className={styles.item}>
            <legend>{title}</legend>
            <div className={styles.fields}>
              {children(item, n, (part) => onChange(items.map((each, at) => (at === n ? { ...each, ...part } : each))))}
            </div>
            <div className={styles.actions}>
              <Button kind="plain" onClick={() => remove(n)}>
                {words.removeNamed(title)}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div className={styles.actions}>
        <Button ref={adding} kind="second" disabled={fresh === null} onClick={() => fresh !== null && onChange([...items, fresh])}>
          {add}
        </Button>
      </div>
    </>
  );
}
