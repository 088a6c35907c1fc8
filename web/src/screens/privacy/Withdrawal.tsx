import { useEffect } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { SYNC } from "@/consent/consents";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { isUnderWay } from "@/sync/job";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Asked } from "./asked";
import { DeletedCounts } from "./DeletedCounts";
import { deletedLines } from "./deleted";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

const LOOK_EVERY_MS = 900;

/** What will be erased; then, what was. */
export function Withdrawal({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const queries = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () =>
      body(
        api.DELETE("/api/consents/{scope}", {
          params: { path: { scope: asked.scope.id as Schema["Scope"] }, query: asked.purpose === null ? {} : { purpose: asked.purpose as Schema["Purpose"] } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["consents"] }),
  });
  if (takeBack.data) return <Outcome jobId={takeBack.data.jobId} onClose={onClose} />;
  return (
    <>
      <p>{endsText(asked.purpose, words)}</p>
      <p className={styles.soft}>{words.endsExports}</p>
      {takeBack.isError && <ProblemNotice problem={asProblem(takeBack.error)} />}
      <div className={styles.actions}>
        <Button kind="danger" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {words.confirmTakeBack}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {shared.cancel}
        </Button>
      </div>
    </>
  );
}

/** Followed until the job has looked through everything once more. */
function Outcome({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["withdrawal", jobId],
    queryFn: ({ signal }) => body(api.GET("/api/consents/jobs/{jobId}", { params: { path: { jobId } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? LOOK_EVERY_MS : false),
  });
  const job = query.data;
  const ended = job !== undefined && !isUnderWay(job);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "withdrawal" });
  }, [ended, queries]);
  const nothing = job !== undefined && deletedLines(job.counts, words).length === 0;
  return (
    <>
      <div role="status">
        {!ended && <Notice>{words.erasing}</Notice>}
        {job?.status === "succeeded" && <Notice tone="good">{nothing ? words.nothingWasThere : words.erasedNow}</Notice>}
        {ended && job.status !== "succeeded" && <Notice tone="warn">{words.erasureFailed(jobId)}</Notice>}
      </div>
      {query.isError && <ProblemNotice problem={asProblem(query.error)} retry={() => void query.refetch()} />}
      {ended && <DeletedCounts counts={job.counts} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{shared.close}</Button>
      </div>
    </>
  );
}

function endsText(purpose: string | null, words: (typeof privacyWords)["en"]): string {
  switch (purpose) {
    case null:
    case SYNC:
      return words.endsSync;
    case "insights":
      return words.endsInsights;
    case "chat":
      return words.endsChat;
    case "portfolio_analysis":
      return words.endsAnalysis;
    default:
      return words.endsAnalytics;
  }
}
