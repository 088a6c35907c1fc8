import { mayBeUsed, type Consents } from "@/consent/consents";

export type WhyNone = "no_connection" | "not_agreed" | "left_out" | "not_fetched" | "nothing_at_fi" | "not_told" | "nothing";

/** Why there are no insights. `reason` is the API's and tells of a net worth; whether insights may be made the consents say. */
export function whyNone(reason: string | null, consents: Consents | undefined): WhyNone {
  if (reason === "no_connection") return "no_connection";
  if (consents !== undefined && !mayBeUsed(consents, "insights")) return "not_agreed";
  switch (reason) {
    case "no_consent":
      return "left_out";
    case "not_synced":
    case "login_required":
    case "pending":
      return "not_fetched";
    case "empty":
      return "nothing_at_fi";
    case "not_available":
    case "failed":
      return "not_told";
    default:
      return "nothing";
  }
}
