import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";

export type PersonalNotice = Schema["NoticesView"]["notices"][number];

/** What the person is told about their own account, the newest first. */
export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal }) => body(api.GET("/api/notices", { signal })),
});

/** Say that a notice was seen, on every device. */
export function useSeen() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (noticeId: string) => api.POST("/api/notices/{noticeId}", { params: { path: { noticeId } } }),
    onSuccess: () => queries.invalidateQueries(noticesQuery),
  });
}

export function unseen(notices: readonly PersonalNotice[]): PersonalNotice[] {
  return notices.filter(({ seenAt }) => seenAt === null);
}
