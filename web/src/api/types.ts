import type { components } from "./schema";

/** The shapes of docs/openapi.json, by name. */
export type Schema = components["schemas"];

export type Overview = Schema["OverviewView"];
export type Connection = Schema["ConnectionView"];
export type ClientConfig = Schema["ClientConfigView"];
