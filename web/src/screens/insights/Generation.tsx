import { useState } from "react";
import { asProblem } from "@/api/problem";
import { codeText } from "@/i18n/problems";
import { useLanguage, useWords } from "@/i18n/words";
import { isUnderWay } from "@/sync/job";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import { useGenerate, useGeneration } from "./insights";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** Look through the data again, and say how far that is. */
export function Generation() {
  const words = useWords(insightWords);
  const language = useLanguage();
  const online = useOnline();
  const [jobId, setJobId] = useState<string | null>(null);
  const generate = useGenerate();
  const { data: job } = useGeneration(jobId);
  const busy = generate.isPending || (jobId !== null && (job === undefined || isUnderWay(job)));
  return (
    <div className={styles.generation}>
      <Button kind="second" busy={busy} disabled={!online} onClick={() => generate.mutate(undefined, { onSuccess: setJobId })}>
        <Icon name="refresh" size={18} />
        {words.again}
      </Button>
      <div role="status">
        {busy && <p className={styles.soft}>{job?.status === "running" ? words.looking : words.queued}</p>}
        {!busy && job?.status === "succeeded" && (
          <p className={styles.soft}>{words.looked(String(job.counts["new"] ?? 0), String(job.counts["changed"] ?? 0))}</p>
        )}
        {!busy && job?.status === "failed" && (
          <Notice tone="warn" title={words.lookFailed}>
            {job.error && codeText(job.error, language)}
          </Notice>
        )}
      </div>
      {generate.isError && <ProblemNotice problem={asProblem(generate.error)} />}
    </div>
  );
}
