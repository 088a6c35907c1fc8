import { describe, expect, it } from "vitest";
import { KINDS } from "./kinds";
import { draftOf, emptyDraft, fieldOf, scenarioOf, typed } from "./scenario";

const inr = (rupees: number) => ({ amountMinor: rupees * 100, currency: "INR" });

describe("a scenario", () => {
  it("holds what is typed, amounts in paise and decimals exact", () => {
    let draft = typed(emptyDraft("loan_prepayment"), "debt", "home");
    draft = typed(draft, "amount", "5 lakh");
    draft = typed(draft, "chargePct", "2.5%");
    expect(scenarioOf(draft)).toEqual({
      scenario: { kind: "loan_prepayment", debt: "home", amount: inr(500_000), keep: "emi", chargePct: "2.5" },
    });
  });

  it("takes less as an amount with a minus sign", () => {
    const draft = typed(emptyDraft("sip_change"), "extraMonth", "−5,000");
    expect(scenarioOf(draft)).toEqual({ scenario: { kind: "sip_change", extraMonth: inr(-5000), years: 10 } });
  });

  it("describes a loan that the data lacks", () => {
    let draft = typed(emptyDraft("rate_rise"), "loan.balance", "20 lakh");
    draft = typed(typed(draft, "loan.ratePct", "9"), "loan.months", "120");
    expect(scenarioOf(draft)).toMatchObject({ scenario: { loan: { balance: inr(2_000_000), ratePct: "9", months: 120 } } });
  });

  it("keeps one's own figures when the kind changes", () => {
    const draft = typed(emptyDraft("job_loss"), "spendMonth", "40,000");
    expect(scenarioOf({ ...draft, kind: "emergency_fund_build" })).toMatchObject({ scenario: { spendMonth: inr(40_000), months: 6 } });
  });

  it.each([
    ["goal", "target", "", "missing"],
    ["goal", "target", "a lot", "not_an_amount"],
    ["rate_rise", "points", "one", "not_a_number"],
    ["sip_change", "years", "2.5", "not_a_whole_number"],
  ] as const)("of kind %s is refused at %s for “%s”: %s", (kind, name, text, problem) => {
    expect(scenarioOf(typed(emptyDraft(kind), name, text))).toMatchObject({ troubles: { [name]: { problem } } });
  });

  it("is refused at an assumption that is no number", () => {
    const draft = { ...typed(emptyDraft("sip_change"), "extraMonth", "1000"), assumptions: { inflation: "high" } };
    expect(scenarioOf(draft)).toMatchObject({ troubles: { "assumptions.inflation": { problem: "not_a_number" } } });
  });
});

describe("a draft", () => {
  it("says the same as the scenario that it is made from", () => {
    const scenario = {
      kind: "prepay_vs_invest",
      debt: "car",
      loan: { balance: inr(647_798), ratePct: "9.1", emi: inr(24_968) },
      amount: inr(100_000),
      into: "deposit",
      liquid: inr(50_000),
      assumptions: { deposit_rate: "7.1" },
    };
    const draft = draftOf(scenario, emptyDraft("sip_change"));
    expect(draft && scenarioOf(draft)).toEqual({ scenario });
  });

  it.each(KINDS)("of kind %s comes back as it went", (kind) => {
    const scenario = { kind, spendMonth: inr(1) };
    expect(draftOf(scenario, emptyDraft(kind))?.kind).toBe(kind);
  });

  it("stays empty where nothing was said", () => {
    const draft = draftOf(
      { kind: "sip_change", extraMonth: inr(5000), years: 10, stepUpPct: "0", liquid: inr(0), assumptions: {} },
      emptyDraft("goal"),
    );
    expect(draft?.values).toMatchObject({ own: { liquid: "0" } });
    expect(draft?.values.sip_change).toEqual({ extraMonth: "5000", years: "10" });
  });

  it("is not made of an unknown kind", () => expect(draftOf({ kind: "lottery" }, emptyDraft("goal"))).toBeNull());
});

it.each([
  ["scenario.years", "years"],
  ["scenario.loan.balance.amountMinor", "loan.balance"],
  ["scenario.assumptions.inflation", "assumptions.inflation"],
  ["scenario", ""],
])("finds the field of %s", (path, name) => expect(fieldOf(path)).toBe(name));
