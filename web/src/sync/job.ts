import { useEffect } from "react";
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import { useLive } from "@/live/useLive";

export type SyncJob = Schema["JobView"];

const LOOK_EVERY_MS = 900;
const UNDER_WAY = new Set(["queued", "running"]);

export function isUnderWay(job: { status: string } | undefined): boolean {
  return job !== undefined && UNDER_WAY.has(job.status);
}

/** A sync's job, read when it changes and now and then until it has ended; then everything that rests on the data is fetched anew. */
export function useSyncJob(jobId: string | null): UseQueryResult<SyncJob> {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["sync", jobId],
    queryFn: ({ signal }) =>
      body(api.GET("/api/financial/sync/{jobId}", { params: { path: { jobId: jobId ?? "" } }, signal })),
    enabled: jobId !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? LOOK_EVERY_MS : false),
  });
  useLive(jobId === null ? null : ["jobs", jobId], () => void query.refetch({ cancelRefetch: false }));
  const ended = query.data !== undefined && !isUnderWay(query.data);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "sync" });
  }, [ended, queries]);
  return query;
}

/** Ask for a sync of these connections, by default of every active one; the job's id comes back. */
export function useSync() {
  return useMutation({
    mutationFn: (connectionIds?: string[]) =>
      body(
        api.POST("/api/financial/sync", {
          params: { header: { "Idempotency-Key": crypto.randomUUID() } },
          body: connectionIds ? { accountIds: connectionIds } : {},
        }),
      ),
  });
}
