import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { overviewQuery } from "@/api/queries";
import { Disclosure } from "@/layout/Disclosure";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { NothingHere } from "@/money/NothingHere";
import { moneyWords } from "@/money/words";
import { Amount } from "@/ui/Amount";
import { ButtonLink } from "@/ui/Button";
import { Loaded } from "@/ui/Loaded";
import { Screen } from "@/ui/Screen";
import { AssetClass } from "./AssetClass";

/** What the person owns, class by class, each opening to its accounts and holdings. */
export default function AssetsScreen() {
  const words = useWords(moneyWords);
  const shared = useWords(common);
  const overview = useQuery(overviewQuery);
  const assets = useQuery({
    queryKey: ["assets"],
    queryFn: ({ signal }) => body(api.GET("/api/financial/assets", { signal })),
  });
  const total = overview.data?.netWorth?.assets;
  return (
    <Screen
      title={shared.assets}
      intro={total && <p>{words.total}: <Amount money={total} /></p>}
      actions={<ButtonLink kind="second" to="/profile#entries">{words.addEntry}</ButtonLink>}
    >
      <Loaded query={assets}>
        {({ assets: classes }) =>
          classes.length === 0 ? (
            <NothingHere overview={overview} scope="assets" none={words.none} />
          ) : (
            <>
              {classes.map((each, n) => (
                <AssetClass key={`${each.class}-${each.connectionId ?? n}`} asset={each} open={n === 0} />
              ))}
              <Disclosure place="investment_charts" />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
