import { useWords } from "@/i18n/words";
import { syncWords } from "@/sync/words";
import { ButtonLink } from "@/ui/Button";
import { loginAt } from "./place";
import { connectionWords } from "./words";

/** The way to a login at this link: to a new one, or to the end of one that was begun. */
export function LoginLink({ id, status }: { id: string; status: string }) {
  const words = useWords(connectionWords);
  const sync = useWords(syncWords);
  return (
    <ButtonLink kind="second" to={loginAt(id)}>
      {status === "pending_login" ? words.finishLogin : sync.logInAgain}
    </ButtonLink>
  );
}
