import styles from "./Brand.module.css";

/** The name with its mark: a line that ends above where it began, on a base that adds up. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <rect width="32" height="32" rx="9" className={styles.ground} />
        <path d="M8 21.5 13.5 15l4 3.5L24 10" className={styles.line} />
        <path d="M8 25h16" className={styles.base} />
      </svg>
      <span translate="no">Future Finance</span>
    </span>
  );
}
