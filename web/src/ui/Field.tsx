import { useId, type ComponentProps, type ReactNode } from "react";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import styles from "./Field.module.css";

interface FieldProps {
  label: string;
  hint?: string;
  problem?: string | undefined;
  optional?: boolean;
  children: (attributes: FieldAttributes) => ReactNode;
}

/** What ties an input to its label, hint and problem. */
interface FieldAttributes {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

function Field({ label, hint, problem, optional = false, children }: FieldProps) {
  const words = useWords(common);
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> · {words.optional}</span>}
      </label>
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(problem ? { "aria-invalid": true as const } : {}),
      })}
      {hint && (
        <small id={`${id}-hint`} className={styles.hint}>
          {hint}
        </small>
      )}
      {problem && (
        <small id={`${id}-problem`} className={styles.problem}>
          {problem}
        </small>
      )}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, "children"> & Omit<ComponentProps<"input">, "id" | "className">;

export function TextField({ label, hint, problem, optional = false, ...input }: TextFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})} problem={problem} optional={optional}>
      {(attributes) => <input {...input} {...attributes} className={styles.input} />}
    </Field>
  );
}

type SelectFieldProps = Omit<FieldProps, "children"> & Omit<ComponentProps<"select">, "id" | "className">;

export function SelectField({ label, hint, problem, optional = false, ...select }: SelectFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})} problem={problem} optional={optional}>
      {(attributes) => <select {...select} {...attributes} className={styles.input} />}
    </Field>
  );
}

type MoneyFieldProps = Omit<TextFieldProps, "inputMode" | "type">;

/** For an amount of rupees as a person writes it; read it with `typedMinor`. */
export function MoneyField({ hint, ...rest }: MoneyFieldProps) {
  const words = useWords(common);
  return <TextField {...rest} hint={hint ?? words.amountHint} autoComplete="off" type="text" />;
}
