import type { Problem } from "@/api/problem";
import type { Problems } from "./profileDraft";

const TOLD = { adults_only: "adults_only", in_the_past: "in_the_past" } as const;

/** The fields that the API refused, by their names in the form: "goals.0.target.amountMinor" is "goals.0.target". */
export function refusedFields({ code, fields }: Problem): Problems {
  if (code !== "invalid_input") return {};
  return Object.fromEntries(
    fields.map(({ path, problem }) => [
      path.replace(/\.amountMinor$/, ""),
      Object.hasOwn(TOLD, problem) ? TOLD[problem as keyof typeof TOLD] : "not_possible",
    ]),
  );
}
