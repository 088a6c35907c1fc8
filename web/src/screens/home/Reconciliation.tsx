import type { Overview } from "@/api/types";
import { rupees } from "@/format/money";
import { useClassLabel } from "@/i18n/classes";
import { useWords } from "@/i18n/words";
import { Amount } from "@/ui/Amount";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { homeWords } from "./words";
import styles from "./HomeScreen.module.css";

/** Where on the page it stands. */
export const GAPS = "gaps";

type Line = Overview["reconciliation"]["lines"][number];
type Gap = Line & { gap: NonNullable<Line["gap"]> };

/** What does not add up, line by line; nothing where everything does. */
export function Reconciliation({ reconciliation }: { reconciliation: Overview["reconciliation"] }) {
  const words = useWords(homeWords);
  const label = useClassLabel();
  const { status, stated, computed, difference } = reconciliation;
  const gaps = gapsOf(reconciliation);
  const differs = status === "differs" && stated !== null && difference !== null;
  if (!differs && gaps.length === 0) return null;
  return (
    <Card id={GAPS} title={words.gapsTitle}>
      {differs && (
        <Notice tone="warn" title={words.differsTitle(rupees(absolute(difference), { paise: true }))}>
          {words.differsText(rupees(stated), rupees(computed))}
        </Notice>
      )}
      {gaps.length > 0 && (
        <div className={styles.gaps} tabIndex={0} role="group" aria-label={words.gapsTitle}>
          <table>
            <caption className="unseen">{words.gapsTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.part}</th>
                <th scope="col">{words.gap}</th>
                <th scope="col" className={styles.roomy}>{words.stated}</th>
                <th scope="col" className={styles.roomy}>{words.detail}</th>
              </tr>
            </thead>
            <tbody>
              {gaps.map((line) => (
                <tr key={`${line.class}-${line.basis}`}>
                  <th scope="row">
                    {label(line)} <span className={styles.soft}>({basisOf(line.basis, words)})</span>
                    <p className={`${styles.soft} ${styles.tight}`}>
                      {line.stated && `${words.stated} ${rupees(line.stated)} · `}
                      {words.detail} {rupees(line.detail, { paise: true })}
                    </p>
                  </th>
                  <td>
                    <Amount money={line.gap} paise sign />
                  </td>
                  <td className={styles.roomy}>{line.stated && <Amount money={line.stated} />}</td>
                  <td className={styles.roomy}>
                    <Amount money={line.detail} paise />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

/** The lines whose details are not what is stated of them. */
export function gapsOf({ lines }: Overview["reconciliation"]): Gap[] {
  return lines.filter((line): line is Gap => line.status === "differs" && line.gap !== null);
}

export function absolute({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return { amountMinor: Math.abs(amountMinor), currency };
}

function basisOf(basis: string, words: (typeof homeWords)["en"]): string {
  if (basis === "holdings") return words.basis_holdings;
  return basis === "schemes" ? words.basis_schemes : words.basis_accounts;
}
