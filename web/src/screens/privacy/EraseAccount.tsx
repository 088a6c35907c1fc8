import { useState } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { api, body } from "@/api/client";
import { asProblem } from "@/api/problem";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import { beginSignIn } from "@/session/signIn";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Dialog } from "@/ui/Dialog";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Tick } from "@/ui/Tick";
import { isRecent } from "./recent";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

const ASKED = { erase: "yes" }; // in the address, so that it is still asked after signing in again

/** The way out: signed in just now, said twice, and proven by a receipt. */
export function EraseAccount() {
  const words = useWords(privacyWords);
  const [query, setQuery] = useSearchParams();
  const asked = query.has("erase");
  return (
    <Card title={words.erase}>
      <p>{words.eraseText}</p>
      <p className={styles.soft}>{words.eraseCopies}</p>
      <p>
        <Button kind="danger" onClick={() => setQuery(ASKED)}>
          {words.eraseBegin}
        </Button>
      </p>
      <Dialog title={words.eraseTitle} open={asked} onClose={() => setQuery({}, { replace: true })}>
        {asked && <Steps onClose={() => setQuery({}, { replace: true })} />}
      </Dialog>
    </Card>
  );
}

/** Asked of the API, whose clock decides; a sign-in that gets too old meanwhile is refused there. */
function Steps({ onClose }: { onClose: () => void }) {
  const words = useWords(privacyWords);
  const { person } = useSignedIn();
  const query = useQuery({
    queryKey: ["who"],
    queryFn: ({ signal }) => body(api.GET("/auth/session", { signal })),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <p>{words.eraseWho(person.email ?? person.name ?? person.uid)}</p>
      <Loaded query={query}>{({ signedInAt }) => (isRecent(signedInAt, Date.now()) ? <LastStep onClose={onClose} /> : <SignInAgain onClose={onClose} />)}</Loaded>
    </>
  );
}

function SignInAgain({ onClose }: { onClose: () => void }) {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const { person } = useSignedIn();
  const begin = useMutation({ mutationFn: () => beginSignIn(`/privacy?${new URLSearchParams(ASKED)}`, person.email ?? undefined) });
  return (
    <>
      <p>{words.eraseSignIn}</p>
      {begin.isError && <ProblemNotice problem={asProblem(begin.error)} />}
      <div className={styles.actions}>
        <Button busy={begin.isPending} onClick={() => begin.mutate()}>
          {words.signInAgain}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {shared.cancel}
        </Button>
      </div>
    </>
  );
}

function LastStep({ onClose }: { onClose: () => void }) {
  const words = useWords(privacyWords);
  const shared = useWords(common);
  const navigate = useNavigate();
  const { signOut } = useSignedIn();
  const [sure, setSure] = useState(false);
  const [lacking, setLacking] = useState(false);
  const erase = useMutation({
    mutationFn: () => body(api.DELETE("/api/account")),
    onSuccess: async ({ receiptId }) => {
      await navigate(`/erased/${receiptId}`, { replace: true });
      await signOut();
    },
  });
  return (
    <>
      <Tick label={words.eraseSure} text={words.eraseSureText} checked={sure} onChange={setSure} />
      {lacking && !sure && (
        <div role="alert">
          <Notice tone="warn">{words.eraseSureNeeded}</Notice>
        </div>
      )}
      {erase.isError && <ProblemNotice problem={asProblem(erase.error)} />}
      <div className={styles.actions}>
        <Button
          kind="danger"
          busy={erase.isPending}
          onClick={() => {
            setLacking(!sure);
            if (sure) erase.mutate();
          }}
        >
          {words.eraseNow}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {shared.cancel}
        </Button>
      </div>
    </>
  );
}
