import { api, body } from "@/api/client";
import type { ClientConfig } from "@/api/types";

const KEY = "config";

/** What the deployment says of itself; where it does not answer, as it last did. Nothing in it is about a person. */
export async function loadConfig(): Promise<ClientConfig> {
  try {
    const config = await body(api.GET("/api/config"));
    localStorage.setItem(KEY, JSON.stringify(config));
    return config;
  } catch (error) {
    const known = knownConfig();
    if (known === null) throw error;
    return known;
  }
}

/** What it said the last time that it was asked from this browser. */
export function knownConfig(): ClientConfig | null {
  const kept = localStorage.getItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as ClientConfig); // written by `loadConfig`
}
