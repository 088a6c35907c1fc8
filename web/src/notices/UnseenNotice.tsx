import { asProblem } from "@/api/problem";
import { common } from "@/i18n/common";
import { LoginLink } from "@/connections/LoginLink";
import { useTold, useWords } from "@/i18n/words";
import { syncWords } from "@/sync/words";
import { Button, ButtonLink } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import { useSeen, type PersonalNotice } from "./notices";
import { noticeWords } from "./words";

/** Something to know until the person says that they do, with the way to where it is dealt with. */
export function UnseenNotice({ notice }: { notice: PersonalNotice }) {
  const words = useWords(noticeWords);
  const told = useTold();
  const online = useOnline();
  const seen = useSeen();
  return (
    <Notice
      title={told(notice.text)}
      actions={
        <>
          <Way notice={notice} />
          <Button kind="plain" busy={seen.isPending} disabled={!online} onClick={() => seen.mutate(notice.id)}>
            {words.gotIt}
          </Button>
        </>
      }
    >
      <Why kind={notice.kind} />
      {seen.isError && <ProblemNotice problem={asProblem(seen.error)} />}
    </Notice>
  );
}

function Way({ notice: { kind, about } }: { notice: PersonalNotice }) {
  const shared = useWords(common);
  switch (kind) {
    case "login_needed":
      return <LoginLink id={about["connectionId"] ?? ""} status="needs_login" />;
    case "export_ready":
    case "scope_erased":
    case "consent_ended":
      return <ButtonLink kind="second" to="/privacy">{shared.privacy}</ButtonLink>;
    default:
      return null; // being here is all that was asked for
  }
}

function Why({ kind }: { kind: string }) {
  const sync = useWords(syncWords);
  return kind === "login_needed" ? <p>{sync.whyAgain}</p> : null;
}
