import { useEffect, useEffectEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useDraft } from "@/drafts/useDraft";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { Screen } from "@/ui/Screen";
import { useOnline } from "@/ui/useOnline";
import { Actions } from "./Actions";
import { Figures } from "./Figures";
import { Impact } from "./Impact";
import { insightQuery, useAct, type Insight } from "./insights";
import { Outcomes } from "./Outcomes";
import { Tags } from "./Tags";
import { insightWords } from "./words";
import styles from "./insights.module.css";

/** One insight with all that is behind it and what can be done with it. */
export function InsightDetail({ id }: { id: string }) {
  const words = useWords(insightWords);
  const shared = useWords(common);
  const language = useLanguage();
  const query = useQuery(insightQuery(id, language));
  return (
    <Screen title={query.data?.insight.title ?? shared.insights} intro={<Link to="/insights" className="alone">{words.back}</Link>}>
      <Loaded query={query}>
        {({ insight, disclosures }) => <Opened insight={insight} disclosures={disclosures} />}
      </Loaded>
    </Screen>
  );
}

function Opened({ insight, disclosures }: { insight: Insight; disclosures: readonly string[] }) {
  const words = useWords(insightWords);
  const act = useAct(insight.id);
  const online = useOnline();
  const see = useEffectEvent(() => {
    if (insight.state === "new" && online) act.mutate({ action: "seen", note: "" });
  });
  useEffect(() => see(), []);
  return (
    <div className={styles.detail}>
      <Card>
        <Tags insight={insight} />
        <Impact impact={insight.impact} />
        <p className={styles.lead}>{insight.description}</p>
        {insight.returned && <Notice>{words.returned}</Notice>}
        <div>
          <h2>{words.next}</h2>
          <p>{insight.nextStep}</p>
          <p className={styles.soft}>{words.notAdvice}</p>
        </div>
        <Actions insight={insight} act={act} />
      </Card>
      <Figures figures={insight.figures} />
      {insight.outcomes.length > 0 && <Outcomes outcomes={insight.outcomes} />}
      <Origin insight={insight} disclosures={disclosures} />
    </div>
  );
}

/** How sure it is, whose words it is in, and where to say that it is wrong. */
function Origin({ insight, disclosures }: { insight: Insight; disclosures: readonly string[] }) {
  const words = useWords(insightWords);
  const language = useLanguage();
  const { person } = useSignedIn();
  const question = useDraft<string>(`chat:${person.uid}`);
  const when = moment(insight.updatedAt, language);
  const wording = insight.standIn
    ? words.byStandIn(when)
    : insight.model
      ? words.byModel(insight.model, when)
      : words.byTemplate(when);
  return (
    <div className={styles.origin}>
      {insight.confidence < 1 && insight.raiseConfidence && (
        <p>
          {words.raise}: {insight.raiseConfidence}
        </p>
      )}
      <p>{wording}</p>
      {disclosures.slice(1).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <Link to="/chat" className="alone" onClick={() => (question.draft ?? "").trim() === "" && question.keep(words.askAbout(insight.title))}>
          {words.ask}
        </Link> · <Link to="/privacy#rights" className="alone">{words.report}</Link>
      </p>
    </div>
  );
}
