import { rupees, shortRupees, type Money } from "@/format/money";
import { useLanguage } from "@/i18n/words";
import styles from "./Amount.module.css";

interface AmountProps {
  money: Money;
  paise?: boolean;
  sign?: boolean;
  short?: boolean;
}

/** An amount of rupees, in digits that stand under each other; the short form has the exact one as its title. */
export function Amount({ money, paise = false, sign = false, short = false }: AmountProps) {
  const language = useLanguage();
  const exact = rupees(money, { paise, sign });
  return (
    <span className={styles.amount} title={short ? exact : undefined}>
      {short ? shortRupees(money, language, { sign }) : exact}
    </span>
  );
}
