import { useLanguage, useWords } from "@/i18n/words";
import { Notice } from "@/ui/Notice";
import { fieldsOf, isKind } from "../form/kinds";
import { fieldWords } from "../form/words";
import type { Simulation } from "../simulation";
import { simulateWords } from "../words";

/** How the person's words were read, by whom, and what was filled in. */
export function Reading({ found }: { found: Simulation }) {
  const words = useWords(simulateWords);
  const fields = useWords(fieldWords);
  const language = useLanguage();
  const { reading } = found;
  if (!reading) return null;
  const specs = isKind(found.kind) ? fieldsOf(found.kind) : [];
  const guessed = reading.guessed.map((name) => {
    const word = specs.find((spec) => spec.name === name || spec.name === `loan.${name}`)?.word ?? "";
    return Object.hasOwn(fields, word) ? fields[word as keyof typeof fields] : name;
  });
  return (
    <Notice title={`${words.readAs}: ${found.understoodAs[language]}`}>
      <p>{reading.standIn ? words.readByStandIn : words.readByModel(reading.model)}</p>
      {guessed.length > 0 && <p>{words.guessed(guessed.join("; "))}</p>}
      <p>{words.notMeant}</p>
    </Notice>
  );
}
