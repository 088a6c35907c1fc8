import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Overview } from "@/api/types";
import { LoginLink } from "@/connections/LoginLink";
import { moment, today } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { noticesQuery, unseen } from "@/notices/notices";
import { UnseenNotice } from "@/notices/UnseenNotice";
import { PARTS, type Part } from "@/sync/parts";
import { syncWords } from "@/sync/words";
import { Notice } from "@/ui/Notice";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

const OLD_DAYS = 7;

/** What only the person can change, and what they were told; nothing is said where nothing is needed. */
export function Attention({ overview }: { overview: Overview }) {
  const words = useWords(homeWords);
  const told = useWords(syncWords);
  const language = useLanguage();
  const notices = useQuery(noticesQuery);
  const needed: ReactNode[] = [];
  const { connections, withoutConsent, reconciliation } = overview;
  for (const notice of unseen(notices.data?.notices ?? [])) needed.push(<UnseenNotice key={notice.id} notice={notice} />);
  for (const link of connections.filter(({ status }) => status === "pending_login")) {
    needed.push(<Notice key={link.id} title={words.loginUnfinished} actions={<LoginLink {...link} />} />);
  }
  if (withoutConsent.length > 0 && connections.length > 0) {
    const names = withoutConsent.map((scope) => (isScope(scope) ? words[`scope_${scope}`] : scope)).join(", ");
    needed.push(
      <Notice key="consent">
        {words.withoutConsent(names)} <Link to="/privacy">{words.changeConsent}</Link>
      </Notice>,
    );
  }
  const failed = partsThat(connections, "failed");
  if (failed.length > 0) {
    needed.push(
      <Notice key="partial" tone="warn">
        {words.partial(failed.map((part) => told[part]).join("; "))}
      </Notice>,
    );
  }
  const unsaid = partsThat(connections, "not_available");
  if (unsaid.length > 0) needed.push(<Notice key="unsaid">{words.unsaid(unsaid.map((part) => told[part]).join("; "))}</Notice>);
  if (reconciliation.sharedAccounts > 0) {
    needed.push(
      <Notice key="shared" tone="warn">
        {words.shared(String(reconciliation.sharedAccounts))}
      </Notice>,
    );
  }
  const newest = connections.flatMap(({ lastSyncAt }) => lastSyncAt ?? []).sort().at(-1);
  if (newest && daysSince(newest) > OLD_DAYS) {
    needed.push(<Notice key="stale">{words.stale(moment(newest, language))}</Notice>);
  }
  if (needed.length === 0) return null;
  return (
    <section aria-label={words.attention} className={styles.column}>
      {needed}
    </section>
  );
}

function partsThat(connections: Overview["connections"], status: string): Part[] {
  return PARTS.filter((part) => connections.some(({ parts }) => parts[part]?.status === status));
}

function daysSince(iso: string): number {
  return (Date.parse(today()) - Date.parse(iso)) / 86_400_000;
}

function isScope(scope: string): scope is "assets" | "liabilities" | "transactions" | "credit_score" | "epf" {
  return ["assets", "liabilities", "transactions", "credit_score", "epf"].includes(scope);
}
