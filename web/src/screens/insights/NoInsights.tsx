import { useQuery } from "@tanstack/react-query";
import { consentsQuery } from "@/api/queries";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { whyNone } from "./whyNone";
import { insightWords } from "./words";

/** Why there are none, and what to do about it. */
export function NoInsights({ reason, filtered }: { reason: string | null; filtered: boolean }) {
  const words = useWords(insightWords);
  const shared = useWords(common);
  const consents = useQuery(consentsQuery);
  const privacy = <ButtonLink to="/privacy">{shared.privacy}</ButtonLink>;
  const connect = <ButtonLink to="/connect">{shared.connect}</ButtonLink>;
  switch (whyNone(reason, consents.data)) {
    case "nothing":
      if (filtered) return <p>{words.noneHere}</p>;
      return <Card title={words.none}>{words.noneText}</Card>;
    case "not_agreed":
      return <Notice actions={privacy}>{words.noConsent}</Notice>;
    case "left_out":
      return <Notice actions={privacy}>{words.leftOut}</Notice>;
    case "not_fetched":
      return <Notice actions={connect}>{words.notFetched}</Notice>;
    case "nothing_at_fi":
      return <Notice>{words.nothingAtFi}</Notice>;
    case "not_told":
      return <Notice>{words.notTold}</Notice>;
    case "no_connection":
      return <Notice actions={connect}>{words.noData}</Notice>;
  }
}
