import type { UseQueryResult } from "@tanstack/react-query";
import type { Overview } from "@/api/types";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ButtonLink } from "@/ui/Button";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { moneyWords } from "./words";

interface NothingHereProps {
  overview: UseQueryResult<Overview>;
  scope: "assets" | "liabilities" | "transactions";
  none: string;
}

/** Why a screen has nothing to show, and what to do about it; `none` where all was fetched and there is nothing. */
export function NothingHere({ overview, scope, none }: NothingHereProps) {
  const words = useWords(moneyWords);
  const shared = useWords(common);
  const connect = <ButtonLink to="/connect">{shared.connect}</ButtonLink>;
  return (
    <Loaded query={overview}>
      {({ connections, withoutConsent }) => {
        if (connections.length === 0) return <Notice actions={connect}>{words.notConnected}</Notice>;
        if (withoutConsent.includes(scope)) {
          return <Notice actions={<ButtonLink to="/privacy">{shared.privacy}</ButtonLink>}>{words.notAgreed}</Notice>;
        }
        if (connections.every(({ lastSyncAt }) => lastSyncAt === null)) return <Notice actions={connect}>{words.notFetched}</Notice>;
        return <Notice>{none}</Notice>;
      }}
    </Loaded>
  );
}
