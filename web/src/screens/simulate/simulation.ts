import { useMutation } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { fieldOf, type FieldTrouble, type Troubles } from "./form/scenario";

export type Simulation = Schema["SimulationView"];
export type Asked = Schema["NewSimulation"];

/** Work out a scenario, or what words say. */
export function useSimulate() {
  return useMutation({ mutationFn: (asked: Asked) => body(api.POST("/api/simulate", { body: asked })) });
}

/** Where the API found something impossible, by the field it stands at; none for any other problem. */
export function troublesOf(error: unknown): Troubles {
  const problem = asProblem(error);
  const found: Record<string, FieldTrouble> = {};
  if (problem.code !== "invalid_input") return found;
  for (const { path, problem: code, limit } of problem.fields) {
    found[fieldOf(path)] ??= { problem: code, ...(limit === null ? {} : { limit }) };
  }
  return found;
}
