import { expect, it } from "vitest";
import { asTold, type Profile } from "./profile";
import { draftOf, problemsOf, withDraft } from "./profileDraft";

const inr = (amountMinor: number) => ({ amountMinor, currency: "INR" });
const profile: Profile = {
  birthYear: 1990,
  retirementAge: null,
  dependants: 2,
  taxRegime: "new",
  riskProfile: null,
  language: "hi",
  goals: [{ id: "g1", name: "Home", target: inr(50_00_000_00), by: "2030-01-01", saved: inr(0) }],
  budgets: [{ category: "food", limit: inr(6_000_50) }],
  assets: [{ id: "a1", class: "property", name: "Flat", value: inr(80_00_000_00), asOf: "2026-01-01" }],
  debts: [],
  nominee: null,
  disputes: [{ id: "d1", about: "N01", note: "wrong", since: "2026-11-01" }],
};

it("saves a profile that nobody changed as it was, with what the form does not show", () => {
  expect(withDraft(asTold(profile), draftOf(profile))).toEqual(profile);
});

it("dates an entry anew when its value changes, and keeps the date when only its name does", () => {
  const draft = draftOf(profile);
  const [flat] = draft.assets;
  if (!flat) throw new Error("the profile has a flat");
  expect(withDraft(asTold(profile), { ...draft, assets: [{ ...flat, name: "Our flat" }] }).assets?.[0]?.asOf).toBe("2026-01-01");
  expect(withDraft(asTold(profile), { ...draft, assets: [{ ...flat, value: "85 lakh" }] }).assets?.[0]).not.toHaveProperty("asOf");
});

it("names every field that cannot be saved", () => {
  const draft = {
    ...draftOf(profile),
    dependants: "two",
    goals: [{ id: null, name: "", target: "lots", by: "", saved: "" }],
    assets: [{ id: null, class: "gold", name: "Coins", value: "" }],
    nominee: { name: "Asha", contact: " ", relation: "spouse" },
  };
  expect(problemsOf(draft)).toEqual({
    dependants: "not_a_number",
    "goals.0.name": "missing",
    "goals.0.by": "missing",
    "goals.0.target": "not_an_amount",
    "assets.0.value": "missing",
    "nominee.contact": "missing",
  });
});

it("finds nothing wrong with what it shows of a stored profile", () => expect(problemsOf(draftOf(profile))).toEqual({}));
