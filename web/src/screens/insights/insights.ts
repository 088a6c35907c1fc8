import { useEffect } from "react";
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import type { Language } from "@/i18n/language";
import { useLanguage } from "@/i18n/words";
import { useLive } from "@/live/useLive";
import { isUnderWay } from "@/sync/job";

export type Insight = Schema["InsightView"];
export type Category = Schema["FindingCategory"];
export type Action = Schema["NewAction"];

export const CATEGORIES = [
  "spending", "budget", "investments", "savings", "debt", "credit", "retirement", "tax", "data_quality",
] as const satisfies readonly Category[];

const PAGE = "20";
const LOOK_EVERY_MS = 900;

/** Open insights, the most pressing first, page by page. */
export function insightsQuery(category: Category | "", language: Language) {
  return infiniteQueryOptions({
    queryKey: ["insights", "list", category, language],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/insights", {
          params: { query: { limit: PAGE, ...(category ? { category } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** What the person put away, or to sleep, the last one first. */
export function putAwayQuery(language: Language) {
  return infiniteQueryOptions({
    queryKey: ["insights", "put-away", language],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/insights", {
          params: { query: { state: "put_away", limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function insightQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ["insights", "one", id, language],
    queryFn: ({ signal }) => body(api.GET("/api/insights/{id}", { params: { path: { id } }, signal })),
  });
}

/** Do something with an insight, one thing after another; what comes back is shown at once, and the lists are read anew. */
export function useAct(id: string) {
  const queries = useQueryClient();
  const language = useLanguage();
  return useMutation({
    scope: { id: `insight:${id}` }, // answers that overtake each other would show an older state
    onMutate: () => queries.cancelQueries({ queryKey: insightQuery(id, language).queryKey }),
    mutationFn: (action: Action) => body(api.POST("/api/insights/{id}/actions", { params: { path: { id } }, body: action })),
    onSuccess: (answer) => {
      queries.setQueryData(insightQuery(id, language).queryKey, answer);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "insights" && queryKey[1] !== "one" });
    },
  });
}

/** Ask for a look at all data anew; the job's id comes back. */
export function useGenerate() {
  return useMutation({
    mutationFn: async () => {
      const asked = await body(
        api.POST("/api/insights/generate", { params: { header: { "Idempotency-Key": crypto.randomUUID() } }, body: {} }),
      );
      return asked.jobId;
    },
  });
}

/** The run, read when it changes and now and then until it has ended; then the insights are read anew. */
export function useGeneration(jobId: string | null) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["insight-job", jobId],
    queryFn: ({ signal }) => body(api.GET("/api/insights/jobs/{jobId}", { params: { path: { jobId: jobId ?? "" } }, signal })),
    enabled: jobId !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? LOOK_EVERY_MS : false),
  });
  useLive(jobId === null ? null : ["jobs", jobId], () => void query.refetch({ cancelRefetch: false }));
  const ended = query.data !== undefined && !isUnderWay(query.data);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ["insights"] });
  }, [ended, queries]);
  return query;
}
