import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { asProblem } from "@/api/problem";
import { useDraft } from "@/drafts/useDraft";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import { Button } from "@/ui/Button";
import { SelectField } from "@/ui/Field";
import { Loaded } from "@/ui/Loaded";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Skeleton } from "@/ui/Skeleton";
import { useOnline } from "@/ui/useOnline";
import { Generation } from "./Generation";
import { Impact } from "./Impact";
import { CATEGORIES, insightsQuery, type Category, type Insight } from "./insights";
import { NoInsights } from "./NoInsights";
import { PutAway } from "./PutAway";
import { Tags } from "./Tags";
import { insightWords } from "./words";
import styles from "./insights.module.css";

// After a refresh the insights come in while the person is here already.
const LOOK_EVERY_MS = 2_500;
const LOOK_FOR_MS = 60_000;

/** All open insights, the most pressing first. */
export function InsightList() {
  const words = useWords(insightWords);
  const shared = useWords(common);
  const language = useLanguage();
  const online = useOnline();
  const { person } = useSignedIn();
  const { draft, keep } = useDraft<Category | "">(`insights:${person.uid}`);
  const category = draft ?? "";
  const [lookUntil] = useState(() => Date.now() + LOOK_FOR_MS);
  const query = useInfiniteQuery({
    ...insightsQuery(category, language),
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.unavailable === "nothing_found" && Date.now() < lookUntil ? LOOK_EVERY_MS : false,
  });
  if (query.data?.pages[0]?.unavailable === "no_connection" && category === "") return <NoInsights reason="no_connection" filtered={false} />;
  return (
    <>
      <div className={styles.bar}>
        <SelectField label={words.category} value={category} onChange={(event) => keep(event.target.value as Category | "")}>
          <option value="">{words.all}</option>
          {CATEGORIES.map((each) => (
            <option key={each} value={each}>
              {words[each]}
            </option>
          ))}
        </SelectField>
        <Generation />
      </div>
      <Loaded query={query} waiting={<Skeleton lines={20} />}>
        {({ pages }) => {
          const found = pages.flatMap(({ insights }) => insights);
          if (found.length === 0) return <NoInsights reason={pages[0]?.unavailable ?? null} filtered={category !== ""} />;
          return (
            <>
              <ul className={styles.list}>
                {found.map((insight) => (
                  <InsightRow key={insight.id} insight={insight} />
                ))}
              </ul>
              {query.isFetchNextPageError && <ProblemNotice problem={asProblem(query.error)} />}
              {query.hasNextPage && (
                <Button kind="second" busy={query.isFetchingNextPage} disabled={!online} onClick={() => void query.fetchNextPage()}>
                  {shared.more}
                </Button>
              )}
              {[...new Set(pages.flatMap(({ disclosures }) => disclosures.slice(1)))].map((line) => (
                <p key={line} className={styles.soft}>
                  {line}
                </p>
              ))}
            </>
          );
        }}
      </Loaded>
      <PutAway />
    </>
  );
}

function InsightRow({ insight }: { insight: Insight }) {
  return (
    <li className={styles.row} data-severity={insight.severity}>
      <h2>
        <Link to={`/insights/${encodeURIComponent(insight.id)}`}>{insight.title}</Link>
      </h2>
      <Impact impact={insight.impact} />
      <p>{insight.description}</p>
      <Tags insight={insight} />
    </li>
  );
}
