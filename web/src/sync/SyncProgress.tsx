import { asProblem } from "@/api/problem";
import { codeText } from "@/i18n/problems";
import type { Language } from "@/i18n/language";
import { useLanguage, useWords } from "@/i18n/words";
import { Icon, type IconName } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { isUnderWay, useSyncJob, type SyncJob } from "./job";
import { PARTS } from "./parts";
import { syncWords } from "./words";
import styles from "./SyncProgress.module.css";

type State = "pending" | "ok" | "empty" | "not_available" | "failed" | "login_required" | "no_consent";

const ICONS: Record<State, IconName> = {
  pending: "refresh",
  ok: "tick",
  empty: "tick",
  not_available: "info",
  failed: "alert",
  login_required: "lock",
  no_consent: "info",
};

/** The six parts, each ticked as it comes in and none waiting once the job has ended; how many are there is read out, once for all of them. */
export function SyncProgress({ jobId }: { jobId: string }) {
  const words = useWords(syncWords);
  const language = useLanguage();
  const query = useSyncJob(jobId);
  const ended = query.data !== undefined && !isUnderWay(query.data);
  const parts = PARTS.map((part) => ({ part, state: stateOf(query.data, part) }));
  const come = parts.filter(({ state }) => state !== "pending");
  return (
    <div className={styles.progress}>
      {query.isError && <ProblemNotice problem={asProblem(query.error)} retry={() => void query.refetch()} />}
      <ul className={styles.parts}>
        {(ended ? come : parts).map(({ part, state }) => (
          <li key={part} data-state={state}>
            <Icon name={ICONS[state]} />
            <span>
              {words[part]} <small>{words[state]}</small>
            </span>
          </li>
        ))}
      </ul>
      <p role="status">
        {sentence(query.data, words, language)} {isUnderWay(query.data) && words.progress(String(come.length), String(PARTS.length))}
      </p>
    </div>
  );
}

function stateOf(job: SyncJob | undefined, part: string): State {
  const state = job?.parts[part]?.status ?? "pending";
  return state in ICONS ? (state as State) : "pending";
}

/** How the job stands; one that ended for a reason we have words for says that reason. */
export function sentence(job: Pick<SyncJob, "status" | "error"> | undefined, words: (typeof syncWords)["en"], language: Language): string {
  switch (job?.status) {
    case "running":
      return words.running;
    case "succeeded":
      return words.succeeded;
    case "partial":
      return words.partial;
    case "needs_login":
      return codeText(job.error ?? "", language, words.needs_login);
    case "failed":
      return codeText(job.error ?? "", language, words.failedJob);
    default:
      return words.queued;
  }
}
