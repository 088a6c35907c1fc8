import { useId } from "react";
import styles from "./Tick.module.css";

interface TickProps {
  label: string;
  note?: string | undefined;
  text?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A line to tick, with what it means. */
export function Tick({ label, note, text, checked, onChange }: TickProps) {
  const id = useId();
  return (
    <div className={styles.tick}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={text ? `${id}-text` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>
          {label}
          {note && <span className={styles.note}> {note}</span>}
        </label>
        {text && (
          <p id={`${id}-text`} className={styles.text}>
            {text}
          </p>
        )}
      </div>
    </div>
  );
}
