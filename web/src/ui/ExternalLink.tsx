import type { ReactNode } from "react";
import { Icon } from "./Icon";
import styles from "./Button.module.css";

/** A way out of the app, into a tab of its own that learns nothing of where it came from. */
export function ExternalLink({ href, note, children }: { href: string; note: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={styles.main}>
      {children}
      <span className="unseen"> ({note})</span>
      <Icon name="out" size={18} />
    </a>
  );
}
