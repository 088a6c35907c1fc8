import { asProblem } from "@/api/problem";
import type { Overview } from "@/api/types";
import { LinkState } from "@/connections/LinkState";
import { LoginLink } from "@/connections/LoginLink";
import { useWords } from "@/i18n/words";
import { useBegunSync } from "@/sync/begun";
import { isUnderWay, useSync } from "@/sync/job";
import { SyncProgress } from "@/sync/SyncProgress";
import { syncWords } from "@/sync/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import { providerName } from "./providerName";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

type Line = Overview["connections"][number];

/** Each connection with how fresh it is, and the way to make it fresher. */
export function Accounts({ overview }: { overview: Overview }) {
  const words = useWords(homeWords);
  return (
    <Card title={words.accounts}>
      <div>
        {overview.connections.map((line) => (
          <Account key={line.id} line={line} />
        ))}
      </div>
    </Card>
  );
}

function Account({ line }: { line: Line }) {
  const told = useWords(syncWords);
  const online = useOnline();
  const sync = useSync();
  const { jobId, job, follow } = useBegunSync(line.id);
  const busy = sync.isPending || isUnderWay(job.data);
  return (
    <div className={styles.account}>
      <div className={styles.between}>
        <div>
          <strong>{providerName(line.providerId)}</strong>
          <p className={styles.soft}>
            <LinkState {...line} />
          </p>
        </div>
        {line.status === "active" ? (
          <Button
            kind="second"
            busy={busy}
            disabled={!online}
            onClick={() => sync.mutate([line.id], { onSuccess: (answer) => follow({ jobId: answer.jobId, connectionId: line.id }) })}
          >
            {busy ? told.refreshing : told.refresh}
          </Button>
        ) : (
          <LoginLink {...line} />
        )}
      </div>
      {line.status === "needs_login" && <p className={styles.soft}>{told.whyAgain}</p>}
      {sync.isError && <ProblemNotice problem={asProblem(sync.error)} />}
      {jobId && <SyncProgress jobId={jobId} />}
    </div>
  );
}
