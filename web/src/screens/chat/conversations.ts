import { infiniteQueryOptions, queryOptions, skipToken, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import type { Message } from "./turn";

export type Conversation = Schema["ConversationView"];
type ConversationDetail = Schema["ConversationDetailView"];

const LISTED = ["conversations"];

export const conversationsQuery = infiniteQueryOptions({
  queryKey: LISTED,
  queryFn: ({ signal, pageParam }) =>
    body(api.GET("/api/chat/conversations", { params: { query: pageParam === null ? {} : { cursor: pageParam } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

export function conversationQuery(conversationId: string) {
  return queryOptions({
    queryKey: ["conversation", conversationId],
    queryFn: ({ signal }) =>
      body(api.GET("/api/chat/conversations/{conversationId}", { params: { path: { conversationId } }, signal })),
  });
}

/** Show a turn that has ended without asking for the conversation again. */
export function append(queries: QueryClient, conversationId: string, messages: readonly Message[], tools: readonly string[]): void {
  const [first, answer] = messages;
  if (!first) return;
  if (answer && tools.length > 0) queries.setQueryData(lookedAtQuery(conversationId, answer.id).queryKey, tools);
  queries.setQueryData<ConversationDetail>(conversationQuery(conversationId).queryKey, (known) => ({
    conversation: known?.conversation ?? {
      id: conversationId,
      title: first.text,
      createdAt: first.at,
      updatedAt: first.at,
      turns: 1,
    },
    messages: [...(known?.messages ?? []), ...messages],
  }));
  void queries.invalidateQueries({ queryKey: LISTED });
}

/** What was looked at for an answer of this browser's: the API does not keep it with the message. */
export function lookedAtQuery(conversationId: string, messageId: string) {
  return queryOptions<readonly string[]>({ queryKey: ["looked", conversationId, messageId], queryFn: skipToken });
}

/** Delete a conversation for good. */
export function useDeleteConversation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string) =>
      api.DELETE("/api/chat/conversations/{conversationId}", { params: { path: { conversationId } } }),
    onSuccess: (_, conversationId) => {
      queries.removeQueries({ queryKey: conversationQuery(conversationId).queryKey });
      return queries.invalidateQueries({ queryKey: LISTED });
    },
  });
}
