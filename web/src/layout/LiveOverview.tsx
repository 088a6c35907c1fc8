import { useQueryClient } from "@tanstack/react-query";
import { useLive } from "@/live/useLive";

/** When the data changes, here or on another device, all that was read of it is read anew. */
export function LiveOverview() {
  const queries = useQueryClient();
  useLive(["views", "overview"], () => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "sync" && queryKey[0] !== "profile" });
  });
  return null;
}
