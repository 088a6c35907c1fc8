/** The six parts of a sync, in the order in which they are shown. */
export const PARTS = [
  "fetch_net_worth",
  "fetch_bank_transactions",
  "fetch_mf_transactions",
  "fetch_stock_transactions",
  "fetch_epf_details",
  "fetch_credit_report",
] as const;

export type Part = (typeof PARTS)[number];
