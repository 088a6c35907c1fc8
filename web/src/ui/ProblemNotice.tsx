import { useLocation } from "react-router";
import type { Problem } from "@/api/problem";
import { common } from "@/i18n/common";
import { problemText } from "@/i18n/problems";
import { useLanguage, useWords } from "@/i18n/words";
import { Button, ButtonLink } from "./Button";
import { Notice } from "./Notice";
import { waitText } from "./waitText";

/** Where a problem is dealt with, by its code. */
const WAYS: Readonly<Record<string, { to: string; word: "privacy" | "connect" }>> = {
  consent_missing: { to: "/privacy", word: "privacy" },
  login_required: { to: "/connect", word: "connect" },
  birth_year_needed: { to: "/connect", word: "connect" },
};

/** What went wrong and what to do; announced when it appears. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const words = useWords(common);
  const language = useLanguage();
  const { pathname } = useLocation();
  const known = WAYS[problem.code];
  const way = known && known.to !== pathname ? known : null;
  return (
    <div role="alert">
      <Notice
        tone="bad"
        title={problemText(problem, language)}
        actions={
          (way || retry) && (
            <>
              {way && <ButtonLink to={way.to}>{words[way.word]}</ButtonLink>}
              {retry && (
                <Button kind="second" onClick={retry}>
                  {words.retry}
                </Button>
              )}
            </>
          )
        }
      >
        {problem.retryAfterSeconds !== null && <p>{waitText(problem.retryAfterSeconds, new Date(), language)}</p>}
        {problem.status >= 500 && problem.requestId && <small>{words.requestId(problem.requestId)}</small>}
      </Notice>
    </div>
  );
}
