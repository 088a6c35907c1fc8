import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import { day } from "@/format/date";
import { percent } from "@/format/percent";
import type { Language } from "@/i18n/language";
import { useLanguage, useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Loaded } from "@/ui/Loaded";
import { factValue } from "./factValue";
import { formulaWords } from "./formulaWords";
import { sourceOf } from "./source";
import { isStored } from "./stored";
import { factWords } from "./words";
import styles from "./FactDialog.module.css";

/** A figure as a text has it: it may have been worked out for that text alone, or have changed since. */
export interface ShownFigure {
  factId: string;
  label: string;
  value: string;
  unit: string;
  per?: string | null;
  asOf?: string | null;
  formula?: string;
  formulaHi?: string;
  caveats?: readonly string[];
}

interface FactDialogProps {
  figure: ShownFigure | null;
  beside?: readonly ShownFigure[];
  onClose: () => void;
}

const CAVEATS = [
  "stale", "undated", "partial_ledger", "unseen_movement", "part_month", "incomplete", "without_property",
  "without_vehicles", "without_gold", "class_left_out", "interest_left_out",
  "hybrids_left_out", "before_2018", "limit_missing", "doubtful", "carried", "dates_differ",
  "estimate", "bureau_only",
] as const;

/** A figure opened: what it is now, its formula, what that is worked out from, its sources and its age. */
export function FactDialog({ figure, beside = [], onClose }: FactDialogProps) {
  return (
    <Dialog title={figure?.label ?? ""} open={figure !== null} onClose={onClose}>
      {figure && (isStored(figure.factId) ? <StoredFact figure={figure} /> : <OwnFigure figure={figure} beside={beside} />)}
    </Dialog>
  );
}

function OwnFigure({ figure, beside }: { figure: ShownFigure; beside: readonly ShownFigure[] }) {
  const words = useWords(factWords);
  const language = useLanguage();
  const labels = new Map(beside.map(({ factId, label }) => [factId, label]));
  const { asOf } = figure;
  return (
    <div className={styles.fact}>
      <p className={styles.value}>{factValue(figure, language)}</p>
      <dl className={styles.rows}>
        {figure.formula && (
          <div>
            <dt>{words.formula}</dt>
            <dd>{formulaWords(formulaIn(language, figure), labels)}</dd>
          </div>
        )}
        {asOf && (
          <div>
            <dt>{words.asOf}</dt>
            <dd>{day(asOf, language)}</dd>
          </div>
        )}
        <Caveats codes={figure.caveats ?? []} />
      </dl>
      <p className={styles.soft}>{words.own}</p>
    </div>
  );
}

function StoredFact({ figure }: { figure: ShownFigure }) {
  const words = useWords(factWords);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ["facts", "one", figure.factId],
    queryFn: ({ signal }) => body(api.GET("/api/financial/facts", { params: { query: { id: figure.factId } }, signal })),
  });
  return (
    <Loaded query={query}>
      {({ facts, missing }) => {
        const fact = facts.find(({ id }) => id === figure.factId);
        if (fact) return <FactRows fact={fact} facts={facts} then={figure} />;
        return (
          <div className={styles.fact}>
            <p className={styles.value}>{factValue(figure, language)}</p>
            <p>{missing[0] ? words.unknown(language === "hi" ? missing[0].needsHi : missing[0].needs) : words.gone}</p>
          </div>
        );
      }}
    </Loaded>
  );
}

interface FactRowsProps {
  fact: Schema["FactView"];
  facts: readonly Schema["FactView"][];
  then: ShownFigure;
}

function FactRows({ fact, facts, then }: FactRowsProps) {
  const words = useWords(factWords);
  const language = useLanguage();
  const named = ({ label, labelHi }: Schema["FactView"]) => (language === "hi" && labelHi ? labelHi : label);
  const inputs = fact.inputs.flatMap((id) => facts.find((each) => each.id === id) ?? []);
  const sources = [...new Set(fact.sources.map(sourceOf))].map((source) => words[source]);
  const [now, before] = [factValue(fact, language), factValue(then, language)];
  return (
    <div className={styles.fact}>
      <p className={styles.value}>{now}</p>
      <dl className={styles.rows}>
        {now !== before && (
          <div>
            <dt>{words.then}</dt>
            <dd>{before}</dd>
          </div>
        )}
        <div>
          <dt>{words.formula}</dt>
          <dd>{formulaWords(formulaIn(language, fact), new Map(facts.map((each) => [each.id, named(each)])))}</dd>
        </div>
        {inputs.length > 0 && (
          <div>
            <dt>{words.from}</dt>
            {inputs.map((input) => (
              <dd key={input.id} className={styles.input}>
                <span>{named(input)}</span> <span className={styles.number}>{factValue(input, language)}</span>
              </dd>
            ))}
          </div>
        )}
        {sources.length > 0 && (
          <div>
            <dt>{words.sources}</dt>
            <dd>{sources.join(", ")}</dd>
          </div>
        )}
        {fact.asOf && (
          <div>
            <dt>{words.asOf}</dt>
            <dd>{day(fact.asOf, language)}</dd>
          </div>
        )}
        <div>
          <dt>{words.reliance}</dt>
          <dd>{words.relianceText(percent(Math.round(fact.sufficiency * 100)))}</dd>
        </div>
        <Caveats codes={fact.caveats} />
      </dl>
    </div>
  );
}

/** What is to be known with a figure, in sentences. */
function Caveats({ codes }: { codes: readonly string[] }) {
  const words = useWords(factWords);
  const told = CAVEATS.filter((caveat) => codes.includes(caveat)).map((caveat) => words[caveat]);
  if (told.length === 0) return null;
  return (
    <div>
      <dt>{words.caveats}</dt>
      <dd>{told.join(" ")}</dd>
    </div>
  );
}

/** Figures of insights come in the language that was asked for; others in both. */
function formulaIn(language: Language, { formula = "", formulaHi }: Pick<ShownFigure, "formula" | "formulaHi">): string {
  return language === "hi" && formulaHi ? formulaHi : formula;
}
