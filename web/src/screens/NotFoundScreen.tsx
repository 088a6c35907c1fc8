import { Link } from "react-router";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Screen } from "@/ui/Screen";

export function NotFoundScreen() {
  const words = useWords(common);
  return (
    <Screen title={words.notFoundTitle}>
      <p>{words.notFoundText}</p>
      <p>
        <Link to="/" className="alone">{words.goHome}</Link>
      </p>
    </Screen>
  );
}
