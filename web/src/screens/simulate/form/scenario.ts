import type { Schema } from "@/api/types";
import { typedMinor, typedText } from "@/format/money";
import { FORMS, OWN_FIGURES, fieldsOf, isKind, type FieldSpec, type Kind } from "./kinds";

export type Scenario = NonNullable<Schema["NewSimulation"]["scenario"]>;

/** What is typed, as text, by the name of the field; assumptions by their id. */
export interface ScenarioDraft {
  kind: Kind;
  values: Readonly<Record<Kind | "own", Readonly<Record<string, string>>>>;
  assumptions: Readonly<Record<string, string>>;
}

/** What is wrong with a field, a code of ours or the API's, and the limit that it passes. */
export interface FieldTrouble {
  problem: string;
  limit?: string;
}

export type Troubles = Readonly<Record<string, FieldTrouble>>;

const OWN_NAMES = new Set(OWN_FIGURES.map(({ name }) => name));
const ZERO_UNLESS_SAID = new Set([
  "amount", "extraMonth", "stepUpPct", "feePct", "severance", "otherIncomeMonth", "spendCutPct", "saved", "pensionMonth",
]);
const EMPTY = Object.fromEntries([...Object.keys(FORMS), "own"].map((kind) => [kind, {}])) as Record<Kind | "own", Record<string, string>>;

export function emptyDraft(kind: Kind): ScenarioDraft {
  return { kind, values: EMPTY, assumptions: {} };
}

export function textOf(draft: ScenarioDraft, spec: FieldSpec): string {
  return draft.values[placeOf(draft.kind, spec.name)][spec.name] ?? spec.initial ?? "";
}

/** With one more text typed; figures of one's own stay when the kind changes. */
export function typed(draft: ScenarioDraft, name: string, text: string): ScenarioDraft {
  const place = placeOf(draft.kind, name);
  return { ...draft, values: { ...draft.values, [place]: { ...draft.values[place], [name]: text } } };
}

/** The scenario of what is typed, or what is wrong with it. Limits are the API's to tell. */
export function scenarioOf(draft: ScenarioDraft): { scenario: Scenario } | { troubles: Troubles } {
  const troubles: Record<string, FieldTrouble> = {};
  const scenario: Record<string, unknown> = { kind: draft.kind };
  for (const spec of fieldsOf(draft.kind)) {
    const text = textOf(draft, spec).trim();
    if (text === "") {
      if (spec.needed) troubles[spec.name] = { problem: "missing" };
      continue;
    }
    const value = readAs(spec, text);
    if (value === undefined) troubles[spec.name] = { problem: NOT_A[spec.type] };
    else put(scenario, spec.name, value);
  }
  const assumptions: Record<string, string> = {};
  for (const [id, text] of Object.entries(draft.assumptions)) {
    const number = decimal(text);
    if (number === undefined) troubles[`assumptions.${id}`] = { problem: NOT_A.decimal };
    else assumptions[id] = number;
  }
  if (Object.keys(assumptions).length > 0) scenario["assumptions"] = assumptions;
  return Object.keys(troubles).length > 0 ? { troubles } : { scenario: scenario as unknown as Scenario };
}

/** A draft that says the same as a scenario of the API; null where it is of a kind that we do not know. */
export function draftOf(scenario: Readonly<Record<string, unknown>>, before: ScenarioDraft): ScenarioDraft | null {
  const kind = scenario["kind"];
  if (!isKind(kind)) return null;
  const loan = isRecord(scenario["loan"]) ? scenario["loan"] : {};
  const assumed = isRecord(scenario["assumptions"]) ? scenario["assumptions"] : {};
  let draft: ScenarioDraft = {
    kind,
    values: { ...before.values, [kind]: {}, own: {} },
    assumptions: Object.fromEntries(Object.entries(assumed).map(([id, value]) => [id, String(value)])),
  };
  for (const spec of fieldsOf(kind)) {
    const told = spec.name.startsWith("loan.") ? loan[spec.name.slice(5)] : scenario[spec.name];
    if (told !== undefined && told !== null && !isUnsaid(spec.name, told)) draft = typed(draft, spec.name, written(told));
  }
  return draft;
}

/** Where the API's path of a problem stands in the form: "scenario.loan.balance.amountMinor" is "loan.balance". */
export function fieldOf(path: string): string {
  return path.replace(/^scenario\.?/, "").replace(/\.amountMinor$/, "");
}

const NOT_A: Readonly<Record<FieldSpec["type"], string>> = {
  money: "not_an_amount",
  change: "not_an_amount",
  decimal: "not_a_number",
  whole: "not_a_whole_number",
  date: "missing",
  choice: "missing",
  yes: "missing",
  debt: "missing",
  debts: "missing",
};

function readAs(spec: FieldSpec, text: string): unknown {
  switch (spec.type) {
    case "money":
      return rupeesOf(typedMinor(text));
    case "change": {
      const less = /^[-−]/.test(text);
      const minor = typedMinor(text.replace(/^[-−+]\s*/, ""));
      return rupeesOf(minor === null ? null : less ? -minor : minor);
    }
    case "decimal":
      return decimal(text);
    case "whole":
      return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
    case "yes":
      return text === "yes";
    case "debts":
      return text.split(",");
    default:
      return text;
  }
}

function rupeesOf(amountMinor: number | null): { amountMinor: number; currency: "INR" } | undefined {
  return amountMinor === null ? undefined : { amountMinor, currency: "INR" };
}

/** "8.5%" as "8.5": exact text, as the API takes decimals. */
function decimal(text: string): string | undefined {
  const plain = text.trim().replace(/\s*%$/, "").replace(/^−/, "-").replace(/^\+/, "");
  return /^-?\d{1,6}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

function put(scenario: Record<string, unknown>, name: string, value: unknown): void {
  const [first = "", second] = name.split(".");
  if (second === undefined) scenario[first] = value;
  else scenario[first] = { ...(isRecord(scenario[first]) ? scenario[first] : {}), [second]: value };
}

function written(value: unknown): string {
  if (isRecord(value)) {
    const minor = Number(value["amountMinor"]);
    return (minor < 0 ? "-" : "") + typedText(Math.abs(minor));
  }
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Whether it is what the API fills in where nothing was said; a charge or cash of nothing is said. */
function isUnsaid(name: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return ZERO_UNLESS_SAID.has(name) && Number(isRecord(value) ? value["amountMinor"] : value) === 0;
}

function placeOf(kind: Kind, name: string): Kind | "own" {
  return OWN_NAMES.has(name) ? "own" : kind;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
