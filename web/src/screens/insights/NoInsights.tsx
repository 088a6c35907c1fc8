import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { insightWords } from "./words";

/** Why there are none, and what to do about it. */
export function NoInsights({ reason, filtered }: { reason: string | null; filtered: boolean }) {
  const words = useWords(insightWords);
  const shared = useWords(common);
  switch (reason) {
    case null:
    case "nothing_found":
      if (filtered) return <p>{words.noneHere}</p>;
      return <Card title={words.none}>{words.noneText}</Card>;
    case "no_consent":
      return <Notice actions={<ButtonLink to="/privacy">{shared.privacy}</ButtonLink>}>{words.noConsent}</Notice>;
    case "not_synced":
    case "login_required":
      return <Notice actions={<ButtonLink to="/connect">{shared.connect}</ButtonLink>}>{words.notFetched}</Notice>;
    default:
      return <Notice actions={<ButtonLink to="/connect">{shared.connect}</ButtonLink>}>{words.noData}</Notice>;
  }
}
