/** What can be simulated, and what each kind is asked for; names as the API has them. */

export const KINDS = [
  "loan_prepayment",
  "sip_change",
  "prepay_vs_invest",
  "debt_payoff",
  "debt_consolidation",
  "rate_rise",
  "emergency_fund_build",
  "job_loss",
  "salary_change",
  "big_purchase",
  "goal",
  "retirement",
  "rent_vs_buy",
] as const;

export type Kind = (typeof KINDS)[number];

export function isKind(text: unknown): text is Kind {
  return (KINDS as readonly unknown[]).includes(text);
}

/** `change` is an amount with a sign; `debt` and `debts` are chosen from the person's own. */
type FieldType = "money" | "change" | "decimal" | "whole" | "date" | "choice" | "yes" | "debt" | "debts";

export interface FieldSpec {
  name: string;
  type: FieldType;
  word: string;
  needed?: true;
  initial?: string;
  choices?: readonly string[];
}

const field = (name: string, type: FieldType, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, type, word: name, ...more });
const needed = { needed: true } as const;
const DEBT = field("debt", "debt");
const CHARGE = field("chargePct", "decimal");
const KEEP = field("keep", "choice", { choices: ["emi", "tenure"], initial: "emi" });
const LOAN = [field("downPayment", "money"), field("ratePct", "decimal"), field("loanMonths", "whole")];

export const FORMS: Readonly<Record<Kind, readonly FieldSpec[]>> = {
  loan_prepayment: [DEBT, field("amount", "money", { word: "lumpSum" }), field("extraMonth", "money", { word: "extraPaid" }), KEEP, CHARGE],
  sip_change: [
    field("extraMonth", "change", { word: "extraSip" }),
    field("stepUpPct", "decimal"),
    field("years", "whole", { ...needed, initial: "10" }),
  ],
  prepay_vs_invest: [
    DEBT,
    field("amount", "money", { ...needed, word: "cash" }),
    field("into", "choice", { choices: ["funds", "deposit"], initial: "funds" }),
    CHARGE,
  ],
  debt_payoff: [
    field("extraMonth", "money", { ...needed, word: "extraPaid" }),
    field("emi", "choice", { choices: ["paid", "contract"], initial: "paid", word: "whichEmi" }),
  ],
  debt_consolidation: [
    field("ratePct", "decimal", { ...needed, word: "newRate" }),
    field("months", "whole", { ...needed, initial: "60", word: "newMonths" }),
    field("feePct", "decimal"),
    field("debts", "debts"),
  ],
  rate_rise: [DEBT, field("points", "decimal", { ...needed, initial: "1" }), KEEP],
  emergency_fund_build: [field("months", "whole", { ...needed, initial: "6", word: "fundMonths" }), field("saveMonth", "money")],
  job_loss: [
    field("months", "whole", { ...needed, initial: "6", word: "jobMonths" }),
    field("severance", "money"),
    field("otherIncomeMonth", "money"),
    field("spendCutPct", "decimal"),
    field("keepInvesting", "yes"),
  ],
  salary_change: [
    field("changePct", "decimal"),
    field("newIncomeMonth", "money"),
    field("years", "whole", { ...needed, initial: "1" }),
  ],
  big_purchase: [
    field("amount", "money", { ...needed, word: "price" }),
    field("on", "date"),
    ...LOAN.map((each) => ({ ...each, word: `${each.name}OnLoan` })),
  ],
  goal: [
    field("target", "money", needed),
    field("by", "date", needed),
    field("saved", "money"),
    field("saveMonth", "money"),
    field("todaysMoney", "yes", { initial: "yes" }),
  ],
  retirement: [
    field("age", "whole", { word: "retireAge" }),
    field("ageNow", "whole"),
    field("spendRetiredMonth", "money"),
    field("pensionMonth", "money"),
    field("stepUpPct", "decimal"),
  ],
  rent_vs_buy: [
    field("price", "money", { ...needed, word: "homePrice" }),
    ...LOAN.map((each) => ({ ...each, ...needed })),
    field("rentMonth", "money", needed),
    field("years", "whole", { ...needed, initial: "10" }),
  ],
};

/** Figures that stand in the place of those that the data has or lacks; for every kind. */
export const OWN_FIGURES: readonly FieldSpec[] = [
  field("incomeMonth", "money"),
  field("spendMonth", "money"),
  field("liquid", "money"),
  field("invested", "money"),
  field("investMonth", "money"),
];

/** A loan that the data does not show; for the kinds that are about one loan. */
export const OWN_LOAN: readonly FieldSpec[] = [
  field("loan.balance", "money", { word: "loanBalance" }),
  field("loan.ratePct", "decimal", { word: "loanRate" }),
  field("loan.emi", "money", { word: "loanEmi" }),
  field("loan.months", "whole", { word: "loanMonthsLeft" }),
];

export function isOfALoan(kind: Kind): boolean {
  return FORMS[kind].some(({ type }) => type === "debt");
}

/** Every field of a kind, whether it is always asked or only when it is needed. */
export function fieldsOf(kind: Kind): readonly FieldSpec[] {
  return [...FORMS[kind], ...(isOfALoan(kind) ? OWN_LOAN : []), ...OWN_FIGURES];
}
