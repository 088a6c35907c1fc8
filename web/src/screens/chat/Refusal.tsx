import type { Problem } from "@/api/problem";
import { moment } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { ButtonLink } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { problemText } from "@/i18n/problems";
import { chatWords } from "./words";

const SPENT = new Set(["quota_spent", "ai_stopped"]);

/** Why there is no answer, and what to do; a day's budget that is spent is no failure, and says when it is back. */
export function Refusal({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const words = useWords(chatWords);
  const language = useLanguage();
  if (SPENT.has(problem.code)) {
    const back = problem.retryAfterSeconds === null ? null : new Date(Date.now() + problem.retryAfterSeconds * 1000);
    return (
      <div role="alert">
        <Notice tone="warn" title={problemText(problem, language)}>
          {back && <p>{words.backAt(moment(back.toISOString(), language))}</p>}
          <p>{words.kept}</p>
        </Notice>
      </div>
    );
  }
  if (problem.code === "consent_missing") {
    return (
      <div role="alert">
        <Notice actions={<ButtonLink to="/privacy">{words.toConsent}</ButtonLink>}>{words.noConsent}</Notice>
      </div>
    );
  }
  return <ProblemNotice problem={problem} retry={onRetry} />;
}
