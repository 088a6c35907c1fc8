import { useParams } from "react-router";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Screen } from "@/ui/Screen";
import { InsightDetail } from "./InsightDetail";
import { InsightList } from "./InsightList";
import { insightWords } from "./words";

/** What stands out in the person's figures: the list, or one of them opened. */
export default function InsightsScreen() {
  const words = useWords(insightWords);
  const shared = useWords(common);
  const { insightId } = useParams();
  if (insightId !== undefined) return <InsightDetail key={insightId} id={insightId} />;
  return (
    <Screen key="list" title={shared.insights} intro={<p>{words.intro}</p>}>
      <InsightList />
    </Screen>
  );
}
