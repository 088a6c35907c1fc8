import { useEffect, useEffectEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { asProblem } from "@/api/problem";
import { connectionsQuery, providersQuery } from "@/api/queries";
import type { Connection } from "@/api/types";
import { LinkState } from "@/connections/LinkState";
import { loginAsked } from "@/connections/place";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ExternalLink } from "@/ui/ExternalLink";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Skeleton } from "@/ui/Skeleton";
import { useCaughtFocus } from "@/ui/useCaughtFocus";
import { connectWords } from "./words";
import styles from "./ConnectScreen.module.css";

interface LoginStepProps {
  link: Connection | undefined;
  oneOf: number;
  onLoggedIn: () => void;
}

/** A login at the provider: asked for, done there in another tab, and seen to be done. Of several links it says which. */
export function LoginStep({ link, oneOf, onLoggedIn }: LoginStepProps) {
  const words = useWords(connectWords);
  const queries = useQueryClient();
  const providers = useQuery(providersQuery);
  const begin = useMutation({
    mutationFn: (providerId: string) => body(api.POST("/api/connections/connect", { body: loginAsked(providerId, link) })),
    onSuccess: (begun) => (begun.status === "active" ? isLoggedIn() : undefined),
    onError: () => queries.invalidateQueries(connectionsQuery), // the link may be gone
  });
  const confirm = useMutation({
    mutationFn: (connectionId: string) =>
      body(api.POST("/api/connections/{connectionId}/confirm", { params: { path: { connectionId } } })),
    onSuccess: isLoggedIn,
  });
  // A login that was begun before, in this tab or another one. No query: where one logs in is kept nowhere in the browser.
  const resume = useMutation({
    mutationFn: (connectionId: string) => body(api.GET("/api/connections/{connectionId}", { params: { path: { connectionId } } })),
  });
  const waiting = link?.status === "pending_login" ? link.id : null;
  const goOn = useEffectEvent(() => {
    if (waiting !== null && begin.isIdle) resume.mutate(waiting);
  });
  useEffect(() => goOn(), [waiting]);
  function isLoggedIn() {
    onLoggedIn();
    return queries.invalidateQueries(connectionsQuery);
  }
  const begun = [begin.data, resume.data].find((each) => each?.loginUrl);
  const wayOut = useCaughtFocus<HTMLAnchorElement>(begin.isSuccess);
  const gone = confirm.isError && asProblem(confirm.error).code === "login_required";

  if (begun?.loginUrl && !gone) {
    return (
      <>
        <p>
          <ExternalLink ref={wayOut} href={begun.loginUrl} note={words.newTab}>
            {words.openFi}
          </ExternalLink>
        </p>
        <p className={styles.soft}>{words.thenBack}</p>
        {confirm.isError && <ProblemNotice problem={asProblem(confirm.error)} />}
        <div className={styles.actions}>
          <Button kind="second" busy={confirm.isPending} onClick={() => confirm.mutate(begun.id)}>
            {confirm.isPending ? words.checking : words.loggedIn}
          </Button>
        </div>
      </>
    );
  }
  if (waiting !== null && begin.isIdle && (resume.isIdle || resume.isPending)) return <Skeleton lines={4} />;
  return (
    <Loaded query={providers}>
      {(catalogue) =>
        catalogue.providers.map((provider) => (
          <div key={provider.id} className={styles.inside}>
            <div className={styles.provider}>
              <img src={provider.logo} alt="" width="48" height="48" />
              <div>
                <strong>{provider.name}</strong>
                <small>{link && oneOf > 1 ? <LinkState {...link} /> : words.brings}</small>
              </div>
            </div>
            <Notice>{words.unconfirmed}</Notice>
            {gone && <ProblemNotice problem={asProblem(confirm.error)} />}
            {begin.isError && <ProblemNotice problem={asProblem(begin.error)} />}
            <div className={styles.actions}>
              <Button
                busy={begin.isPending}
                onClick={() => {
                  confirm.reset();
                  resume.reset();
                  begin.mutate(provider.id);
                }}
              >
                {begin.isPending ? words.beginning : link && gone ? words.newLink : words.begin}
              </Button>
            </div>
          </div>
        ))
      }
    </Loaded>
  );
}
