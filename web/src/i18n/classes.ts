import { useLanguage } from "./words";
import type { Language } from "./language";

/** The standard names of classes, as the API has them in English; an unknown one keeps the API's label. */
const HINDI: Readonly<Record<string, string>> = {
  savings: "बचत और चालू खाते",
  deposits: "सावधि और आवर्ती जमा",
  mutual_funds: "म्यूचुअल फंड",
  indian_securities: "भारतीय शेयर और ट्रस्ट",
  us_securities: "अमेरिकी शेयर",
  etf: "एक्सचेंज ट्रेडेड फंड",
  sgb: "सॉवरेन गोल्ड बॉन्ड",
  nps: "राष्ट्रीय पेंशन प्रणाली",
  epf: "कर्मचारी भविष्य निधि",
  property: "संपत्ति (मकान, ज़मीन)",
  vehicle: "वाहन",
  gold: "सोना",
  other_asset: "अन्य संपत्ति",
  home_loan: "होम लोन",
  vehicle_loan: "वाहन लोन",
  other_loan: "अन्य लोन",
  loan: "लोन",
  credit_card: "क्रेडिट कार्ड",
  personal_debt: "अन्य कर्ज़",
};

/** One of its class, where the API names them all: a home loan, not home loans. */
const ONE: Readonly<Record<string, string>> = {
  property: "Property",
  vehicle: "Vehicle",
  gold: "Gold",
  other_asset: "Other asset",
  home_loan: "Home loan",
  vehicle_loan: "Vehicle loan",
  other_loan: "Other loan",
  loan: "Loan",
  credit_card: "Credit card",
  personal_debt: "Personal debt",
};

interface Labelled {
  class: string;
  label: string;
}

export function classLabel(line: Labelled, language: Language): string {
  return language === "hi" ? (HINDI[line.class] ?? line.label) : line.label;
}

/** The name of one entry or debt of this class. */
export function oneOfClass(id: string, language: Language): string {
  return classLabel({ class: id, label: ONE[id] ?? id }, language);
}

export function useClassLabel(): (line: Labelled) => string {
  const language = useLanguage();
  return (line) => classLabel(line, language);
}
