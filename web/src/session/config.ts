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
    const kept = localStorage.getItem(KEY);
    if (kept === null || !asProblem(error).passing) throw error;
    return JSON.parse(kept) as ClientConfig; // written by us, above
  }
}
