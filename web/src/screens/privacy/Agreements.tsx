import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { consentsQuery } from "@/api/queries";
import { ConsentForm } from "@/consent/ConsentForm";
import { somethingAgreed, type Consents } from "@/consent/consents";
import { useTold, useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Dialog } from "@/ui/Dialog";
import { Loaded } from "@/ui/Loaded";
import { Skeleton } from "@/ui/Skeleton";
import { Agreement } from "./Agreement";
import { AgreedScope } from "./AgreedScope";
import type { Asked } from "./asked";
import { NoticeText } from "./NoticeText";
import { Withdrawal } from "./Withdrawal";
import { namesOf, privacyWords } from "./words";
import styles from "./privacy.module.css";

/** Every yes and no, by kind of data, each to be changed on its own. */
export function Agreements() {
  const words = useWords(privacyWords);
  const query = useQuery(consentsQuery);
  return (
    <Card title={words.agreed}>
      <Loaded query={query} waiting={<Skeleton lines={24} />}>
        {(consents) =>
          somethingAgreed(consents) ? (
            <Agreed consents={consents} />
          ) : (
            <>
              <p>{words.noneAgreed}</p>
              <ConsentForm key={consents.notice.version} notice={consents.notice} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function Agreed({ consents }: { consents: Consents }) {
  const words = useWords(privacyWords);
  const told = useTold();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const takingBack = asked?.doing === "takeBack";
  return (
    <>
      <p className={styles.soft}>{words.agreedText}</p>
      <div className={styles.scopes}>
        {consents.notice.scopes.map((scope) => (
          <AgreedScope key={scope.id} scope={scope} consents={consents} onAsk={setAsked} />
        ))}
      </div>
      <NoticeText notice={consents.notice} />
      <Dialog
        title={takingBack ? words.takeBackTitle([told(asked.scope.title), asked.purpose && namesOf([asked.purpose], words)].filter(Boolean).join(", ")) : words.agreeTitle}
        open={asked !== null}
        onClose={close}
      >
        {asked && (takingBack ? <Withdrawal asked={asked} onClose={close} /> : <Agreement asked={asked} consents={consents} onClose={close} />)}
      </Dialog>
    </>
  );
}
