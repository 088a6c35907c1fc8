import type { ReactNode } from "react";
import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { useCaughtFocus } from "@/ui/useCaughtFocus";
import { connectWords } from "./words";
import styles from "./ConnectScreen.module.css";

interface StepProps {
  n: number;
  of: number;
  state: "done" | "current" | "ahead";
  title: string;
  told?: ReactNode;
  children: ReactNode;
}

/** One step: only the current one is open; a done one says what came of it. */
export function Step({ n, of, state, title, told, children }: StepProps) {
  const words = useWords(connectWords);
  const heading = useCaughtFocus<HTMLHeadingElement>(state === "current");
  const number = String(n + 1);
  return (
    <li className={styles.step} data-state={state} aria-current={state === "current" ? "step" : undefined}>
      <div className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {state === "done" ? <Icon name="tick" size={18} /> : number}
        </span>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            <span className="unseen">
              {words.stepState(number, String(of))}
              {state === "done" && `, ${words.done}`}:{" "}
            </span>
            {title}
          </h2>
          {state === "done" && told && <p className={styles.told}>{told}</p>}
        </div>
      </div>
      {state === "current" && <div className={styles.inside}>{children}</div>}
    </li>
  );
}
