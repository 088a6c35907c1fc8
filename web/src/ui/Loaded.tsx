import type { ReactNode } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Notice } from "./Notice";
import { ProblemNotice } from "./ProblemNotice";
import { Skeleton } from "./Skeleton";

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query in each of its states: loading, unreachable, refused, and there, with a word when it could not be refreshed. */
export function Loaded<T>({ query, waiting = <Skeleton />, children }: LoadedProps<T>) {
  const words = useWords(common);
  const language = useLanguage();
  if (query.data !== undefined) {
    const seenAt = moment(new Date(query.dataUpdatedAt).toISOString(), language);
    return (
      <>
        {query.isError && <Notice tone="warn">{words.seenAt(seenAt)}</Notice>}
        {children(query.data)}
      </>
    );
  }
  if (query.fetchStatus === "paused") return <Notice tone="warn">{words.offlineNothing}</Notice>;
  if (query.isError) return <ProblemNotice problem={asProblem(query.error)} retry={() => void query.refetch()} />;
  return waiting;
}
