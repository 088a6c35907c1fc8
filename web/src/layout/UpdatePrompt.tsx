import { useRegisterSW } from "virtual:pwa-register/react";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import styles from "./UpdatePrompt.module.css";

/** A newer version waits until the person says so: what they are typing is theirs to finish. */
export function UpdatePrompt() {
  const words = useWords(common);
  const {
    needRefresh: [ready, setReady],
    updateServiceWorker,
  } = useRegisterSW();
  return (
    <div role="status" className={styles.place}>
      {ready && (
        <div className={styles.prompt}>
          <p>{words.updateReady}</p>
          <Button onClick={() => void updateServiceWorker(true)}>{words.updateNow}</Button>
          <Button kind="plain" onClick={() => setReady(false)}>
            {words.later}
          </Button>
        </div>
      )}
    </div>
  );
}
