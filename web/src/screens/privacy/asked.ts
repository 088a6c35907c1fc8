import type { Schema } from "@/api/types";

/** One kind of data for one purpose; for taking back also for all of them. */
export interface Asked {
  doing: "agree" | "takeBack";
  scope: Schema["ItemView"];
  purpose: string | null;
}
