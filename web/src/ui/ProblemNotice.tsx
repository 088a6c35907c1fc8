import type { Problem } from "@/api/problem";
import { common } from "@/i18n/common";
import { problemText } from "@/i18n/problems";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** What went wrong and what to do; announced when it appears. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const words = useWords(common);
  const language = useLanguage();
  return (
    <div role="alert">
      <Notice
        tone="bad"
        title={problemText(problem, language)}
        actions={
          retry && (
            <Button kind="second" onClick={retry}>
              {words.retry}
            </Button>
          )
        }
      >
        {problem.retryAfterSeconds !== null && <p>{words.waitSeconds(String(problem.retryAfterSeconds))}</p>}
        {problem.status >= 500 && problem.requestId && <small>{words.requestId(problem.requestId)}</small>}
      </Notice>
    </div>
  );
}
