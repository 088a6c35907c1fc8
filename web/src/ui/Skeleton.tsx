import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import styles from "./Skeleton.module.css";

/** The shape of what is being fetched. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const words = useWords(common);
  return (
    <div className={styles.skeleton} role="status" data-waiting>
      <span className="unseen">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span className={styles.line} key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

export function ScreenSkeleton() {
  return <Skeleton lines={7} />;
}
