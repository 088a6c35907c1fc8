import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { connectionsQuery, consentsQuery, profileQuery } from "@/api/queries";
import type { Connection } from "@/api/types";
import { linkFor } from "@/connections/place";
import { ConsentForm } from "@/consent/ConsentForm";
import { somethingAgreed, type Consents } from "@/consent/consents";
import { moment } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import type { Profile } from "@/profile/profile";
import { useBegunSync } from "@/sync/begun";
import { Loaded } from "@/ui/Loaded";
import { Screen } from "@/ui/Screen";
import { BirthYearForm } from "./BirthYearForm";
import { FetchStep } from "./FetchStep";
import { LoginStep } from "./LoginStep";
import { Step } from "./Step";
import { connectWords } from "./words";
import styles from "./ConnectScreen.module.css";

/** From nothing to the first figures, one step open at a time; what is done already stays done. */
export default function ConnectScreen() {
  const words = useWords(connectWords);
  const profile = useQuery(profileQuery);
  const consents = useQuery(consentsQuery);
  const connections = useQuery(connectionsQuery);
  return (
    <Screen title={words.title} intro={words.intro}>
      <Loaded query={profile}>
        {({ profile: told }) => (
          <Loaded query={consents}>
            {(agreed) => (
              <Loaded query={connections}>
                {({ connections: links }) => <Steps profile={told} consents={agreed} links={links} settled={!connections.isFetching} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  );
}

interface StepsProps {
  profile: Profile;
  consents: Consents;
  links: readonly Connection[];
  settled: boolean;
}

function Steps({ profile, consents, links, settled }: StepsProps) {
  const words = useWords(connectWords);
  const language = useLanguage();
  const [loggedIn, setLoggedIn] = useState(false);
  const [address] = useSearchParams();
  const link = linkFor(links, address); // the one that a login is begun at
  const { jobId, follow, forget } = useBegunSync(link?.id);
  const done = [profile.birthYear !== null, somethingAgreed(consents), link?.status === "active" || jobId !== null, false];
  const current = done.indexOf(false);
  const step = (n: number) => ({ n, of: done.length, state: n === current ? "current" : done[n] ? "done" : "ahead" }) as const;
  return (
    <ol className={styles.steps}>
      <Step {...step(0)} title={words.stepAge} told={profile.birthYear !== null && words.yourYear(String(profile.birthYear))}>
        <BirthYearForm />
      </Step>
      <Step {...step(1)} title={words.stepConsent} told={words.agreed}>
        <ConsentForm key={consents.notice.version} notice={consents.notice} />
      </Step>
      <Step {...step(2)} title={words.stepLogin} told={link?.activeUntil && words.loginHolds(moment(link.activeUntil, language))}>
        <LoginStep link={link} oneOf={links.length} onLoggedIn={() => setLoggedIn(true)} />
      </Step>
      <Step {...step(3)} title={words.stepFetch}>
        {link && (
          <FetchStep
            link={link}
            atOnce={loggedIn || (settled && link.lastSyncAt === null)}
            jobId={jobId}
            onBegun={(begun) => follow({ jobId: begun, connectionId: link.id })}
            onLoginNeeded={forget}
          />
        )}
      </Step>
    </ol>
  );
}
