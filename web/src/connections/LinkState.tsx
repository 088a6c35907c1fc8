import { moment } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { connectionWords } from "./words";

interface LinkStateProps {
  status: string;
  lastSyncAt: string | null;
}

/** Whether a link to a provider works, and how fresh what came by it is. */
export function LinkState({ status, lastSyncAt }: LinkStateProps) {
  const words = useWords(connectionWords);
  const language = useLanguage();
  return (
    <>
      {isState(status) ? words[status] : status} · {lastSyncAt ? words.lastSync(moment(lastSyncAt, language)) : words.neverSynced}
    </>
  );
}

function isState(status: string): status is "active" | "needs_login" | "pending_login" | "revoked" {
  return ["active", "needs_login", "pending_login", "revoked"].includes(status);
}
