import type { Schema } from "@/api/types";
import { typedMinor, typedText } from "@/format/money";
import type { NewProfile, Profile } from "./profile";

/** A profile as it is typed: texts, empty where nothing was told. */
export interface ProfileDraft {
  birthYear: string;
  retirementAge: string;
  dependants: string;
  taxRegime: string;
  riskProfile: string;
  goals: GoalDraft[];
  budgets: { category: string; limit: string }[];
  assets: EntryDraft[];
  debts: EntryDraft[];
  nominee: { name: string; contact: string; relation: string };
}

interface GoalDraft {
  id: string | null;
  name: string;
  target: string;
  by: string;
  saved: string;
}

export interface EntryDraft {
  id: string | null;
  class: string;
  name: string;
  value: string;
}

/** What is wrong, by the path of the field: "goals.0.target". */
export type Problems = Readonly<Record<string, "missing" | "not_an_amount" | "not_a_number" | "adults_only" | "in_the_past" | "not_possible">>;

export const ASSET_CLASSES = ["property", "vehicle", "gold", "other_asset"] as const;
export const DEBT_CLASSES = ["personal_debt", "home_loan", "vehicle_loan", "other_loan", "credit_card"] as const;
export const RELATIONS = ["spouse", "parent", "child", "sibling", "other"] as const;

export function draftOf(profile: Profile): ProfileDraft {
  return {
    birthYear: text(profile.birthYear),
    retirementAge: text(profile.retirementAge),
    dependants: text(profile.dependants),
    taxRegime: profile.taxRegime ?? "",
    riskProfile: profile.riskProfile ?? "",
    goals: profile.goals.map(({ id, name, target, by, saved }) => ({
      id,
      name,
      target: typedText(target.amountMinor),
      by,
      saved: typedText(saved.amountMinor),
    })),
    budgets: profile.budgets.map(({ category, limit }) => ({ category, limit: typedText(limit.amountMinor) })),
    assets: profile.assets.map(entryDraft),
    debts: profile.debts.map(entryDraft),
    nominee: profile.nominee ?? { name: "", contact: "", relation: "spouse" },
  };
}

export function problemsOf(draft: ProfileDraft): Problems {
  const found: Record<string, Problems[string]> = {};
  const amount = (path: string, typed: string) => {
    if (typedMinor(typed) === null) found[path] = typed.trim() === "" ? "missing" : "not_an_amount";
  };
  const needed = (path: string, typed: string) => {
    if (typed.trim() === "") found[path] = "missing";
  };
  for (const field of ["birthYear", "retirementAge", "dependants"] as const) {
    if (!/^\d*$/.test(draft[field].trim())) found[field] = "not_a_number";
  }
  draft.goals.forEach((goal, n) => {
    needed(`goals.${n}.name`, goal.name);
    needed(`goals.${n}.by`, goal.by);
    amount(`goals.${n}.target`, goal.target);
    if (goal.saved.trim() !== "") amount(`goals.${n}.saved`, goal.saved);
  });
  draft.budgets.forEach((budget, n) => amount(`budgets.${n}.limit`, budget.limit));
  for (const list of ["assets", "debts"] as const) {
    draft[list].forEach((entry, n) => {
      needed(`${list}.${n}.name`, entry.name);
      amount(`${list}.${n}.value`, entry.value);
    });
  }
  const { name, contact } = draft.nominee;
  if (name.trim() !== "" && contact.trim() === "") found["nominee.contact"] = "missing";
  if (contact.trim() !== "" && name.trim() === "") found["nominee.name"] = "missing";
  return found;
}

/** `told` with what the draft says; for a draft without problems. An entry whose value was changed counts from today. */
export function withDraft(told: NewProfile, draft: ProfileDraft): NewProfile {
  const before = new Map([...(told.assets ?? []), ...(told.debts ?? [])].map((entry) => [entry.id, entry]));
  const entry = ({ id, class: of, name, value }: EntryDraft) => {
    const kept = id === null ? undefined : before.get(id);
    const unchanged = kept !== undefined && kept.value.amountMinor === typedMinor(value);
    return { ...(id === null ? {} : { id }), class: of, name: name.trim(), value: inr(value), ...(unchanged ? { asOf: kept.asOf ?? null } : {}) };
  };
  return {
    ...told,
    birthYear: number(draft.birthYear),
    retirementAge: number(draft.retirementAge),
    dependants: number(draft.dependants),
    taxRegime: (draft.taxRegime || null) as Schema["TaxRegime"] | null,
    riskProfile: (draft.riskProfile || null) as Schema["RiskProfile"] | null,
    goals: draft.goals.map(({ id, name, target, by, saved }) => ({
      ...(id === null ? {} : { id }),
      name: name.trim(),
      target: inr(target),
      by,
      saved: inr(saved || "0"),
    })),
    budgets: draft.budgets.map(({ category, limit }) => ({ category, limit: inr(limit) })),
    assets: draft.assets.map(entry) as NonNullable<NewProfile["assets"]>,
    debts: draft.debts.map(entry) as NonNullable<NewProfile["debts"]>,
    nominee:
      draft.nominee.name.trim() === ""
        ? null
        : ({ ...draft.nominee, name: draft.nominee.name.trim(), contact: draft.nominee.contact.trim() } as NonNullable<NewProfile["nominee"]>),
  };
}

function entryDraft(entry: Profile["assets"][number]): EntryDraft {
  return { id: entry.id, class: entry.class, name: entry.name, value: typedText(entry.value.amountMinor) };
}

function inr(typed: string): { amountMinor: number; currency: "INR" } {
  const amountMinor = typedMinor(typed);
  if (amountMinor === null) throw new RangeError("a draft with problems");
  return { amountMinor, currency: "INR" };
}

function number(typed: string): number | null {
  return typed.trim() === "" ? null : Number(typed);
}

function text(value: number | null): string {
  return value === null ? "" : String(value);
}
