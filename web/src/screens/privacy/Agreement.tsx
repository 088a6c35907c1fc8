import { asProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { grantsOf, mayBeKept, SYNC, useAgree, type Consents } from "@/consent/consents";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useTold, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Asked } from "./asked";
import { NoticeText } from "./NoticeText";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

interface AgreementProps {
  asked: Asked;
  consents: Consents;
  onClose: () => void;
}

/** What is asked, word for word; once agreed to, the receipt. */
export function Agreement({ asked, consents, onClose }: AgreementProps) {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const language = useLanguage();
  const told = useTold();
  const agree = useAgree();
  const { notice } = consents;
  const alsoKeep = asked.purpose !== SYNC && !mayBeKept(consents, asked.scope.id);
  const purposes = new Set([...(alsoKeep ? [SYNC] : []), ...(asked.purpose ? [asked.purpose] : [])]);
  if (agree.data) return <Receipt receipt={agree.data} onClose={onClose} />;
  return (
    <>
      {[asked.scope, ...notice.purposes.filter(({ id }) => purposes.has(id))].map((item) => (
        <div key={item.id}>
          <h3>{told(item.title)}</h3>
          <p>{told(item.text)}</p>
        </div>
      ))}
      {alsoKeep && <Notice>{words.alsoNeeded}</Notice>}
      <NoticeText notice={notice} />
      {agree.isError && <ProblemNotice problem={asProblem(agree.error)} />}
      <div className={styles.actions}>
        <Button
          busy={agree.isPending}
          onClick={() => agree.mutate({ grants: grantsOf(new Set([asked.scope.id]), purposes), noticeVersion: notice.version, language })}
        >
          {words.confirmAgree}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {shared.cancel}
        </Button>
      </div>
    </>
  );
}

function Receipt({ receipt, onClose }: { receipt: Schema["ReceiptView"]; onClose: () => void }) {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const language = useLanguage();
  return (
    <>
      <div role="status">
        <Notice tone="good" title={words.receipt}>
          {words.receiptText}
        </Notice>
      </div>
      <div className={styles.receipt} tabIndex={0} role="group" aria-label={words.receipt}>
        {receipt.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className={styles.soft}>
        {words.receiptNumber(receipt.receiptId)} · {moment(receipt.at, language)} · {words.version(receipt.noticeVersion)}
        <br />
        {words.fingerprint(receipt.noticeSha256)}
      </p>
      <div className={styles.actions}>
        <Button onClick={onClose}>{shared.close}</Button>
      </div>
    </>
  );
}
