import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useLive } from "@/live/useLive";

const AFTER_MS = 8_000;

/**
 * When the data changes, here or on another device, all that was read of it is read anew. Watching begins once the
 * screen has been there for a while: until then it is as new as the answers that it was made of.
 */
export function LiveOverview() {
  const queries = useQueryClient();
  const [watching, setWatching] = useState(false);
  useEffect(() => {
    const id = setTimeout(() => setWatching(true), AFTER_MS);
    return () => clearTimeout(id);
  }, []);
  useLive(watching ? ["views", "overview"] : null, () => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "sync" && queryKey[0] !== "profile" });
  });
  return null;
}
