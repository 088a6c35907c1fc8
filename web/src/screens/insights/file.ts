import { factValue } from "@/facts/factValue";
import { formulaWords } from "@/facts/formulaWords";
import { day, moment } from "@/format/date";
import type { Language } from "@/i18n/language";
import type { Insight } from "./insights";
import { insightWords } from "./words";

/** An insight as a plain text that a person can keep or hand to somebody. */
export function insightText(insight: Insight, language: Language): string {
  const words = insightWords[language];
  const labels = new Map(insight.figures.map(({ factId, label }) => [factId, label]));
  const figures = insight.figures.flatMap((figure) => {
    const asOf = figure.asOf ? ` (${day(figure.asOf, language)})` : "";
    const formula = figure.formula ? [`  = ${formulaWords(figure.formula, labels)}`] : [];
    return [`- ${figure.label}: ${factValue(figure, language)}${asOf}`, ...formula];
  });
  const steps = insight.steps.map(({ text, done }) => `[${done ? "x" : " "}] ${text}`);
  return [
    insight.title,
    `${words.fileTitle}, ${moment(insight.updatedAt, language)}`,
    "",
    insight.description,
    "",
    `${words.next}: ${insight.nextStep} ${words.notAdvice}`,
    ...(steps.length > 0 ? ["", `${words.steps}:`, ...steps] : []),
    "",
    `${words.figures}:`,
    ...figures,
    "",
  ].join("\n");
}

export function saveInsight(insight: Insight, language: Language): void {
  const address = URL.createObjectURL(new Blob([insightText(insight, language)], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `insight-${insight.detector}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // the browser reads it after the click
}
