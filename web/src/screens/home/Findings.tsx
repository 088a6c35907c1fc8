import { useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, body } from "@/api/client";
import { consentsQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import type { Consents } from "@/consent/consents";
import { rupees } from "@/format/money";
import { useLanguage, useWords } from "@/i18n/words";
import { whyNone } from "@/screens/insights/whyNone";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { Skeleton } from "@/ui/Skeleton";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

const SHOWN = 3;
const LOOK_EVERY_MS = 2500;
const LOOKS = 12;

/** The three first findings; after a refresh they come in while the person reads. */
export function Findings() {
  const words = useWords(homeWords);
  const language = useLanguage();
  const looks = useRef(0);
  const query = useQuery({
    queryKey: ["insights", "first", language],
    queryFn: ({ signal }) => {
      looks.current += 1;
      return body(api.GET("/api/insights", { params: { query: { limit: String(SHOWN) } }, signal }));
    },
    refetchInterval: ({ state }) => (isEmpty(state.data) && looks.current < LOOKS ? LOOK_EVERY_MS : false),
  });
  const consents = useQuery({ ...consentsQuery, enabled: query.data?.insights.length === 0 });
  return (
    <Card title={words.findings} aside={<Link to="/insights" className="alone">{words.allFindings}</Link>}>
      <Loaded query={query} waiting={<Skeleton lines={9} />}>
        {(found) =>
          found.insights.length === 0 ? (
            <p>{noneText(found, consents.data, looks.current < LOOKS, words)}</p>
          ) : (
            <>
              <ul className={styles.findings}>
                {found.insights.map((insight) => (
                  <li key={insight.id}>
                    <Link to={`/insights/${encodeURIComponent(insight.id)}`} className={styles.finding} data-severity={insight.severity}>
                      <strong>{insight.title}</strong>
                      <Impact impact={insight.impact} />
                    </Link>
                  </li>
                ))}
              </ul>
              {found.insights.some(({ standIn }) => standIn) && <p className={styles.soft}>{words.byStandIn}</p>}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

/** Nothing found, so far. */
function isEmpty(found: Schema["InsightsView"] | undefined): boolean {
  return found?.unavailable === "nothing_found";
}

function noneText(found: Schema["InsightsView"], consents: Consents | undefined, looking: boolean, words: (typeof homeWords)["en"]): string {
  if (whyNone(found.unavailable, consents) === "not_agreed") return words.noInsightConsent;
  return looking || !isEmpty(found) ? words.looking : words.noFindings;
}

function Impact({ impact }: { impact: Schema["ImpactView"] }) {
  const words = useWords(homeWords);
  if (!impact.amount) return null;
  const amount = rupees({ ...impact.amount, amountMinor: Math.abs(impact.amount.amountMinor) });
  const text = impact.kind === "per_year" ? words.perYear(amount) : impact.kind === "at_risk" ? words.atRisk(amount) : words.oneTime(amount);
  const way = impact.kind === "at_risk" ? "" : impact.amount.amountMinor < 0 ? words.costs : words.keeps;
  return <span className={styles.soft}>{[text, way, impact.isEstimate ? words.estimate : ""].filter(Boolean).join(" · ")}</span>;
}
