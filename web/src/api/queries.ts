import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client";

/** What the screens share. A screen's own queries stand beside it. */
export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: ({ signal }) => body(api.GET("/api/financial/overview", { signal })),
});

export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: async ({ signal }) => {
    const { data, response } = await api.GET("/api/profile", { signal });
    if (data === undefined) throw new TypeError("a profile without a body");
    return { profile: data, etag: response.headers.get("etag") };
  },
});

export const connectionsQuery = queryOptions({
  queryKey: ["connections"],
  queryFn: ({ signal }) => body(api.GET("/api/connections", { signal })),
});

export const consentsQuery = queryOptions({
  queryKey: ["consents"],
  queryFn: ({ signal }) => body(api.GET("/api/consents", { signal })),
});

export const providersQuery = queryOptions({
  queryKey: ["providers"],
  queryFn: ({ signal }) => body(api.GET("/api/providers", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Every figure with its formula and sources; large, so only for screens that need many of them. */
export const factsQuery = queryOptions({
  queryKey: ["facts"],
  queryFn: ({ signal }) => body(api.GET("/api/financial/facts", { signal })),
});
