import { useEffect, useState } from "react";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { useDraft } from "@/drafts/useDraft";
import { useSignedIn } from "@/session/session";

export type ReadyExport = Schema["ReadyExportView"];
export type NewExport = Schema["NewExport"];

const LOOK_EVERY_MS = 1200;

export const exportsQuery = queryOptions({
  queryKey: ["exports"],
  queryFn: ({ signal }) => body(api.GET("/api/export", { signal })),
});

export function useMakeExport() {
  return useMutation({
    mutationFn: (wanted: NewExport) =>
      body(api.POST("/api/export", { params: { header: { "Idempotency-Key": crypto.randomUUID() } }, body: wanted })),
  });
}

/** How far an export is, looked at until it has ended. */
function useExport(jobId: string | null) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["export", jobId],
    queryFn: ({ signal }) => body(api.GET("/api/export/{jobId}", { params: { path: { jobId: jobId ?? "" } }, signal })),
    enabled: jobId !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === "processing" ? LOOK_EVERY_MS : false),
  });
  const ready = query.data?.status === "ready";
  useEffect(() => {
    if (ready) void queries.invalidateQueries({ queryKey: exportsQuery.queryKey });
  }, [ready, queries]);
  return query;
}

/** The export that was begun in this tab: followed to its end also after a reload. */
export function useBegunExport() {
  const { person } = useSignedIn();
  const { draft, keep, discard } = useDraft<string>(`export:${person.uid}`);
  const [jobId, setJobId] = useState(draft); // how it ended stays in sight until this screen is left
  const job = useExport(jobId);
  const over = job.data ? job.data.status !== "processing" : job.isError && !asProblem(job.error).passing;
  useEffect(() => {
    if (over) discard();
  }, [over, discard]);
  const follow = (begun: string) => {
    keep(begun);
    setJobId(begun);
  };
  return { job, follow, making: jobId !== null && !over };
}

/** Hand the file to the browser: from the address that the API signed, or as the API itself answered it. */
export function useDownload() {
  return useMutation({
    mutationFn: async (jobId: string) => {
      const { data, response } = await api.GET("/api/export/{jobId}/download", { params: { path: { jobId } }, parseAs: "blob" });
      const file = data as unknown as Blob; // what parseAs makes of either answer
      if (response.headers.get("content-type")?.startsWith("application/json")) {
        const { url } = JSON.parse(await file.text()) as Schema["DownloadView"];
        globalThis.location.assign(url);
      } else {
        save(file, nameIn(response.headers.get("content-disposition")));
      }
    },
  });
}

/** The name in a header such as attachment; filename="a.zip". */
export function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "future-finance.zip";
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser has to have begun to read it
}
