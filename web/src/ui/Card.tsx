import { useId, type ReactNode } from "react";
import styles from "./Card.module.css";

interface CardProps {
  id?: string;
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One matter on a screen; with a title it is a region that a screen reader can jump to. */
export function Card({ id: anchor, title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles.card} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
