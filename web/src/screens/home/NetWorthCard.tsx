import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, body } from "@/api/client";
import type { Overview } from "@/api/types";
import { day } from "@/format/date";
import { rupees } from "@/format/money";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Amount } from "@/ui/Amount";
import { Card } from "@/ui/Card";
import { Icon } from "@/ui/Icon";
import { Skeleton } from "@/ui/Skeleton";
import { absolute, GAPS } from "./Reconciliation";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

type NetWorth = NonNullable<Overview["netWorth"]>;

interface NetWorthProps {
  netWorth: NetWorth;
  reconciliation: Overview["reconciliation"];
}

/** The one number, whether it adds up, what it leaves out and how old it is. */
export function NetWorthCard({ netWorth, reconciliation }: NetWorthProps) {
  const words = useWords(homeWords);
  const shared = useWords(common);
  const language = useLanguage();
  const { manualAssets, manualLiabilities } = netWorth;
  return (
    <Card title={words.netWorth} aside={netWorth.asOf && <span className={styles.soft}>{shared.asOf(day(netWorth.asOf, language))}</span>}>
      <p className={styles.net}>
        <Amount money={netWorth.net} />
      </p>
      <Checked reconciliation={reconciliation} complete={netWorth.complete} />
      <dl className={styles.sides}>
        <div>
          <dt>{words.owns}</dt>
          <dd>
            <Link to="/assets" className="alone">
              <Amount money={netWorth.assets} />
            </Link>
          </dd>
        </div>
        <div>
          <dt>{words.owes}</dt>
          <dd>
            <Link to="/liabilities" className="alone">
              <Amount money={netWorth.liabilities} />
            </Link>
          </dd>
        </div>
      </dl>
      <Change />
      <div className={styles.soft}>
        {manualAssets.amountMinor > 0 && <p>{words.manual(rupees(manualAssets))}</p>}
        {manualLiabilities.amountMinor > 0 && <p>{words.manualDebts(rupees(manualLiabilities))}</p>}
        {netWorth.oldestAsOf && netWorth.oldestAsOf !== netWorth.asOf && <p>{words.oldest(day(netWorth.oldestAsOf, language))}</p>}
        {netWorth.excludes.length > 0 && (
          <p>
            {words.excludes(netWorth.excludes.map((what) => (isExcluded(what) ? words[what] : what)).join(", "))}{" "}
            <Link to="/profile#entries">{shared.profile}</Link>
          </p>
        )}
      </div>
    </Card>
  );
}

function isExcluded(what: string): what is "property" | "vehicles" | "gold" {
  return ["property", "vehicles", "gold"].includes(what);
}

function Checked({ reconciliation: { status, difference }, complete }: { reconciliation: Overview["reconciliation"]; complete: boolean }) {
  const words = useWords(homeWords);
  if (status === "differs" && difference) {
    return (
      <a className={`${styles.checked} alone`} data-tone="warn" href={`#${GAPS}`}>
        <Icon name="alert" size={18} />
        {words.differsTitle(rupees(absolute(difference), { paise: true }))}
      </a>
    );
  }
  const sound = status === "ok" && complete;
  return (
    <p className={styles.checked} data-tone={sound ? undefined : "warn"}>
      <Icon name={sound ? "check" : "info"} size={18} />
      {status === "ok" ? (complete ? words.sums : words.incomplete) : status === "incomplete" ? words.incomplete : words.notStated}
    </p>
  );
}

/** How much it changed, and by what: figures of the API, none of them taken apart here. */
function Change() {
  const words = useWords(homeWords);
  const language = useLanguage();
  const { data, isLoading } = useQuery({
    queryKey: ["facts", "N03"],
    queryFn: ({ signal }) => body(api.GET("/api/financial/facts", { params: { query: { code: "N03" } }, signal })),
  });
  if (isLoading) return <Skeleton lines={2} />;
  if (!data) return null;
  const whole = data.facts.find(({ id }) => id === "N03");
  const parts = data.facts.filter(({ id, amount }) => id !== "N03" && amount !== null && amount.amountMinor !== 0);
  if (!whole?.amount) return <p className={styles.soft}>{words.changeNeeds}</p>;
  return (
    <div className={styles.why}>
      <p>
        {language === "hi" ? whole.labelHi : whole.label}: <Amount money={whole.amount} sign />
      </p>
      {parts.map((part) => (
        <p key={part.id} className={styles.soft}>
          {language === "hi" ? part.labelHi : part.label}: {part.amount && <Amount money={part.amount} sign />}
        </p>
      ))}
    </div>
  );
}
