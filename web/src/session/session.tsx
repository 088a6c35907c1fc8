import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Auth, User } from "firebase/auth";
import { actFor, api } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { ClientConfig } from "@/api/types";
import { forgetSeen } from "@/cache/queryCache";
import { forgetDrafts } from "@/drafts/useDraft";
import { turnOff } from "@/push/push";
import { loadConfig } from "./config";
import { tellWindows, whenLeftElsewhere } from "./leaving";
import { customToken, takeLanguageAlong, takeOutcome } from "./signIn";

/** Who uses the app. */
interface Person {
  uid: string;
  name: string | null;
  email: string | null;
  picture: string | null;
}

export type SessionState =
  | { stage: "starting" }
  | { stage: "failed"; problem: Problem }
  | { stage: "signed-out"; config: ClientConfig; refusal: string | null }
  | { stage: "signed-in"; config: ClientConfig; person: Person; signOut: (everywhere?: boolean) => Promise<void> };

const SessionContext = createContext<SessionState>({ stage: "starting" });

export function useSession(): SessionState {
  return use(SessionContext);
}

/** The person and the deployment; below a signed-in screen only. */
export function useSignedIn(): Extract<SessionState, { stage: "signed-in" }> {
  const session = useSession();
  if (session.stage !== "signed-in") throw new Error("shown to nobody signed in");
  return session;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ stage: "starting" });
  useEffect(() => follow(setState), []);
  return <SessionContext value={useMemo(() => state, [state])}>{children}</SessionContext>;
}

/** Tell `show` of every change until the returned function is called. */
function follow(show: (state: SessionState) => void): () => void {
  let watched = true;
  let unsubscribe = () => {};
  start((state) => watched && show(state)).then(
    (stop) => (watched ? (unsubscribe = stop) : stop()),
    (error: unknown) => watched && show({ stage: "failed", problem: asProblem(error) }),
  );
  return () => {
    watched = false;
    unsubscribe();
  };
}

let opened: ReturnType<typeof open> | undefined;

/** Once a page: an outcome can be taken only once, and Firebase is set up only once. */
async function open() {
  const [config, identity] = await Promise.all([loadConfig(), import("./identity")]);
  const auth = identity.openIdentity(config);
  await auth.authStateReady();
  const outcome = takeOutcome();
  let refusal = outcome && !outcome.signedIn ? outcome.code : null;
  if (outcome?.signedIn) {
    await customToken()
      .then((token) => identity.signInWithCustomToken(auth, token))
      .then(({ user }) => takeLanguageAlong(user))
      .catch((error: unknown) => (refusal = asProblem(error).code));
  }
  return { config, identity, auth, refusal };
}

async function start(show: (state: SessionState) => void): Promise<() => void> {
  const { config, identity, auth, refusal: atStart } = await (opened ??= open());
  let refusal = atStart;
  actFor(
    async () => (await auth.currentUser?.getIdToken()) ?? null,
    () => {
      refusal = "session_expired";
      void identity.signOut(auth);
    },
  );
  whenLeftElsewhere((uid) => void forget(uid));
  return identity.onAuthStateChanged(auth, (user) => {
    if (!user) {
      show({ stage: "signed-out", config, refusal });
      refusal = null;
      return;
    }
    const signOut = (everywhere = false) => leave(auth, identity.signOut, user.uid, everywhere);
    show({ stage: "signed-in", config, person: personOf(user), signOut });
  });
}

/** Forget the person here even where the API cannot be told. */
async function leave(auth: Auth, signOut: (auth: Auth) => Promise<void>, uid: string, everywhere: boolean): Promise<void> {
  await turnOff(uid).catch(() => undefined); // the API could not be told, and what it sends reaches nobody
  try {
    await api.POST("/auth/logout", everywhere ? { params: { query: { everywhere: "true" } } } : {});
  } catch (error) {
    if (everywhere) throw error;
  }
  await signOut(auth);
  tellWindows(uid);
  await forget(uid);
}

/** Nothing of a person who has left stays in this browser. */
async function forget(uid: string): Promise<void> {
  forgetDrafts();
  await forgetSeen(uid);
}

function personOf({ uid, displayName, email, photoURL }: User): Person {
  return { uid, name: displayName, email, picture: photoURL };
}
