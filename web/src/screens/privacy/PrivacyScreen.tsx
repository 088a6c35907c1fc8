import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Screen } from "@/ui/Screen";
import { AccessLog } from "./AccessLog";
import { Agreements } from "./Agreements";
import { EraseAccount } from "./EraseAccount";
import { Exports } from "./Exports";
import { Receipts } from "./Receipts";
import { Rights } from "./Rights";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

/** What a person may know and undo, all in one place. */
export default function PrivacyScreen() {
  return (
    <Screen title={useWords(common).privacy} intro={<p>{useWords(privacyWords).intro}</p>}>
      <div className={styles.page}>
        <Agreements />
        <Receipts />
        <AccessLog />
        <Exports />
        <Rights />
        <EraseAccount />
      </div>
    </Screen>
  );
}
