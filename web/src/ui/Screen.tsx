import { useEffect, useRef, type ReactNode } from "react";
import styles from "./Screen.module.css";

interface ScreenProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

let opened = 0;

/** A screen with its heading, which takes the focus when the screen is changed, so that it is read out. */
export function Screen({ title, intro, actions, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Future Finance`;
  }, [title]);
  useEffect(() => {
    if (opened++ > 0) {
      heading.current?.focus();
      if (!globalThis.location.hash) globalThis.scrollTo(0, 0);
    }
  }, []);
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro && <div className={styles.intro}>{intro}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
