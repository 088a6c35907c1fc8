import { useEffect, useRef } from "react";
import { asProblem } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { isUnderWay, useSync, useSyncJob } from "@/sync/job";
import { SyncProgress } from "@/sync/SyncProgress";
import { syncWords } from "@/sync/words";
import { Button, ButtonLink } from "@/ui/Button";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { connectWords } from "./words";
import styles from "./ConnectScreen.module.css";

interface FetchStepProps {
  connectionId: string;
  jobId: string | null;
  onBegun: (jobId: string) => void;
  onLoginNeeded: () => void;
}

/** The first fetch begins by itself: it is what the person came for. */
export function FetchStep({ connectionId, jobId, onBegun, onLoginNeeded }: FetchStepProps) {
  const words = useWords(connectWords);
  const told = useWords(syncWords);
  const sync = useSync();
  const job = useSyncJob(jobId);
  const begun = useRef(jobId !== null);
  const begin = () => sync.mutate([connectionId], { onSuccess: (answer) => onBegun(answer.jobId) });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin();
  });
  const status = job.data?.status;
  return (
    <>
      {sync.isError && <ProblemNotice problem={asProblem(sync.error)} retry={begin} />}
      {jobId && <SyncProgress jobId={jobId} />}
      {job.data && !isUnderWay(job.data) && (
        <div className={styles.actions}>
          {status === "succeeded" || status === "partial" ? <ButtonLink to="/">{words.toHome}</ButtonLink> : null}
          {status === "needs_login" && <Button onClick={onLoginNeeded}>{told.logInAgain}</Button>}
          {status === "failed" || status === "partial" ? (
            <Button kind="second" onClick={begin}>
              {words.fetch}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}
