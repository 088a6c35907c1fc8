import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./Notice.module.css";

type Tone = "info" | "good" | "warn" | "bad";

const ICONS: Record<Tone, IconName> = { info: "info", good: "check", warn: "alert", bad: "alert" };

interface NoticeProps {
  tone?: Tone;
  title?: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Something to know, beside what it is about. Its tone is told by icon and words, not by colour alone. */
export function Notice({ tone = "info", title, actions, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone}>
      <Icon name={ICONS[tone]} />
      <div className={styles.text}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
