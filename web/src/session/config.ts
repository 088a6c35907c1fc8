import { api, body } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { ClientConfig } from "@/api/types";

const KEY = "config";

/** What the deployment says of itself; without a network as it last did. Nothing in it is about a person. */
export async function loadConfig(): Promise<ClientConfig> {
  try {
    const config = await body(api.GET("/api/config"));
    localStorage.setItem(KEY, JSON.stringify(config));
    return config;
  } catch (error) {
    const known = knownConfig();
    if (known === null || !asProblem(error).passing) throw error;
    return known;
  }
}

/** What it said the last time that it was asked from this browser. */
export function knownConfig(): ClientConfig | null {
  const kept = localStorage.getItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as ClientConfig); // written by `loadConfig`
}
