import type { ReactNode, Ref } from "react";
import { Icon } from "./Icon";
import styles from "./Button.module.css";

interface ExternalLinkProps {
  href: string;
  note: string;
  children: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

/** A way out of the app, into a tab of its own that learns nothing of where it came from. */
export function ExternalLink({ href, note, children, ref }: ExternalLinkProps) {
  return (
    <a ref={ref} href={href} target="_blank" rel="noopener noreferrer" className={styles.main}>
      {children}
      <span className="unseen"> ({note})</span>
      <Icon name="out" size={18} />
    </a>
  );
}
