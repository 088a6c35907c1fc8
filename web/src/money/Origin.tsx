import { day } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { providerName } from "@/screens/home/providerName";
import { moneyWords } from "./words";

interface OriginProps {
  source: string;
  asOf: string | null;
  asOfStated: boolean;
}

/** Where a figure comes from and how old it is. */
export function Origin({ source, asOf, asOfStated }: OriginProps) {
  const words = useWords(moneyWords);
  const shared = useWords(common);
  const language = useLanguage();
  const parts = [source === "you" ? words.entered : words.from(providerName(source))];
  if (asOf) parts.push(shared.asOf(day(asOf, language)));
  if (asOf && !asOfStated) parts.push(words.undated);
  return <>{parts.join(" · ")}</>;
}
