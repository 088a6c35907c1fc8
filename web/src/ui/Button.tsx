import type { ComponentProps } from "react";
import { Link } from "react-router";
import styles from "./Button.module.css";

export type ButtonKind = "main" | "second" | "plain" | "danger";

interface ButtonProps extends ComponentProps<"button"> {
  kind?: ButtonKind;
  busy?: boolean;
}

/** While `busy` it does nothing and says so, but keeps the focus. */
export function Button({ kind = "main", busy = false, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={styles[kind]}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({ kind = "main", to, children }: { kind?: ButtonKind; to: string; children: string }) {
  return (
    <Link to={to} className={styles[kind]}>
      {children}
    </Link>
  );
}
