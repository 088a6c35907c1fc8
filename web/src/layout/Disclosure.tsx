import { useTold } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import styles from "./Disclosure.module.css";

/** The lines that have to be read at a place: the deployment's own texts, word for word. */
export function Disclosure({ place }: { place: "always" | "investment_charts" }) {
  const { config } = useSignedIn();
  const told = useTold();
  return config.notices
    .filter((notice) => notice.place === place)
    .map((notice) => (
      <p key={notice.id} className={styles.line}>
        {told(notice.text)}
      </p>
    ));
}
