import { useEffect, useRef } from "react";
import { asProblem } from "@/api/problem";
import type { Connection } from "@/api/types";
import { moment } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { isUnderWay, useSync, useSyncJob } from "@/sync/job";
import { SyncProgress } from "@/sync/SyncProgress";
import { syncWords } from "@/sync/words";
import { Button, ButtonLink } from "@/ui/Button";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { connectWords } from "./words";
import styles from "./ConnectScreen.module.css";

interface FetchStepProps {
  link: Connection;
  atOnce: boolean;
  jobId: string | null;
  onBegun: (jobId: string) => void;
  onLoginNeeded: () => void;
}

/** After a login the fetch begins by itself (`atOnce`): it is what the person came for. Later it waits to be asked for. */
export function FetchStep({ link, atOnce, jobId, onBegun, onLoginNeeded }: FetchStepProps) {
  const words = useWords(connectWords);
  const told = useWords(syncWords);
  const sync = useSync();
  const job = useSyncJob(jobId);
  const language = useLanguage();
  const begun = useRef(jobId !== null);
  const begin = () => sync.mutate([link.id], { onSuccess: (answer) => onBegun(answer.jobId) });
  useEffect(() => {
    if (begun.current || !atOnce) return;
    begun.current = true;
    begin();
  });
  const status = job.data?.status;
  return (
    <>
      {sync.isError && <ProblemNotice problem={asProblem(sync.error)} retry={begin} />}
      {jobId ? <SyncProgress jobId={jobId} /> : atOnce && !sync.isError && <p role="status">{told.queued}</p>}
      {jobId === null && !atOnce && link.lastSyncAt && (
        <>
          <p>{words.fetchedBefore(moment(link.lastSyncAt, language))}</p>
          <div className={styles.actions}>
            <Button busy={sync.isPending} onClick={begin}>
              {words.fetch}
            </Button>
            <ButtonLink kind="second" to="/">
              {words.toHome}
            </ButtonLink>
          </div>
        </>
      )}
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
