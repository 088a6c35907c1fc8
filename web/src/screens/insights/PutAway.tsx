import { useRef, useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { asProblem } from "@/api/problem";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import folded from "@/ui/Folded.module.css";
import { Loaded } from "@/ui/Loaded";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import { putAwayQuery, useAct, type Insight } from "./insights";
import { stateText } from "./stateText";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** What the person put away, behind a fold below the list, each with the way back. */
export function PutAway() {
  const words = useWords(insightWords);
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <details className={folded.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>{words.putAway}</h2>
        </summary>
        {open && <Away />}
      </details>
    </Card>
  );
}

function Away() {
  const words = useWords(insightWords);
  const shared = useWords(common);
  const online = useOnline();
  const query = useInfiniteQuery(putAwayQuery(useLanguage()));
  const [back, setBack] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const bringBack = (title: string) => {
    setBack(title);
    place.current?.focus(); // the button that had the focus goes with its row
  };
  return (
    <div ref={place} tabIndex={-1} className={styles.awayList}>
      <p role="status" className={styles.soft}>
        {back && words.broughtBack(back)}
      </p>
      <Loaded query={query}>
        {({ pages }) => {
          const found = pages.flatMap(({ insights }) => insights);
          if (found.length === 0) return <p>{words.putAwayNone}</p>;
          return (
            <ul>
              {found.map((insight) => (
                <AwayRow key={insight.id} insight={insight} onBack={bringBack} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.isFetchNextPageError && <ProblemNotice problem={asProblem(query.error)} />}
      {query.hasNextPage && (
        <Button kind="second" busy={query.isFetchingNextPage} disabled={!online} onClick={() => void query.fetchNextPage()}>
          {shared.more}
        </Button>
      )}
    </div>
  );
}

function AwayRow({ insight, onBack }: { insight: Insight; onBack: (title: string) => void }) {
  const words = useWords(insightWords);
  const language = useLanguage();
  const online = useOnline();
  const act = useAct(insight.id);
  return (
    <li className={styles.awayRow}>
      <div>
        <h3>
          <Link to={`/insights/${encodeURIComponent(insight.id)}`} className="alone">
            {insight.title}
          </Link>
        </h3>
        <p className={styles.soft}>{stateText(insight, words, language)}</p>
        {act.isError && <ProblemNotice problem={asProblem(act.error)} />}
      </div>
      {insight.canUndo && (
        <Button
          kind="second"
          busy={act.isPending}
          disabled={!online}
          aria-label={words.bringBackOne(insight.title)}
          onClick={() => act.mutate({ action: "undo", note: "" }, { onSuccess: () => onBack(insight.title) })}
        >
          {words.bringBack}
        </Button>
      )}
    </li>
  );
}
