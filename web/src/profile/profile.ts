import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { profileQuery } from "@/api/queries";
import type { Schema } from "@/api/types";

export type Profile = Schema["ProfileView"];
export type NewProfile = Schema["NewProfile"];

/** The body that leaves a profile as it is, to be changed in part: what is left out would be forgotten. */
export function asTold(profile: Profile): NewProfile {
  return profile as unknown as NewProfile; // the API takes back exactly what it answers, which its tests hold it to
}

interface Change {
  change: (told: NewProfile) => NewProfile;
  etag?: string | null;
}

/** Save a change to the newest profile; with an `etag` only while that version is still the newest. */
export function useSaveProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ change, etag = null }: Change) => {
      const { profile } = await queries.fetchQuery({ ...profileQuery, staleTime: 0, networkMode: "always" });
      return body(
        api.PUT("/api/profile", {
          params: { header: etag ? { "If-Match": etag } : {} },
          body: change(asTold(profile)),
        }),
      );
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}
