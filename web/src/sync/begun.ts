import { useEffect, useState } from "react";
import { asProblem } from "@/api/problem";
import { useDraft } from "@/drafts/useDraft";
import { useSignedIn } from "@/session/session";
import { isUnderWay, useSyncJob } from "./job";

interface Begun {
  jobId: string;
  connectionId: string;
}

/** The sync of a connection that was begun in this tab: followed to its end also on another screen and after a reload. */
export function useBegunSync(connectionId: string | undefined) {
  const { person } = useSignedIn();
  const { draft, keep, discard } = useDraft<Begun>(`sync:${person.uid}`);
  const [begun, setBegun] = useState(draft); // how it ended stays in sight until this screen is left
  const jobId = begun !== null && begun.connectionId === connectionId ? begun.jobId : null;
  const job = useSyncJob(jobId);
  const over = job.data ? !isUnderWay(job.data) : job.isError && !asProblem(job.error).passing;
  useEffect(() => {
    if (over) discard();
  }, [over, discard]);

  function follow(now: Begun) {
    keep(now);
    setBegun(now);
  }
  function forget() {
    discard();
    setBegun(null);
  }
  return { jobId, job, follow, forget };
}
