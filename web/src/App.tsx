import { lazy } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { knownConfig } from "@/session/config";
import { SessionProvider, useSession } from "@/session/session";
import { Starting } from "@/layout/Starting";

const welcome = () => import("@/screens/welcome/WelcomeScreen");
const SignedOut = lazy(welcome);
const SignedIn = lazy(() => import("@/layout/SignedIn"));
const Erased = lazy(() => import("@/screens/erased/ErasedScreen"));

// Whoever comes for the first time is signed out: what they will see need not wait until that is found out.
if (knownConfig() === null) void welcome().catch(() => undefined);

export function App() {
  return (
    <SessionProvider>
      <BrowserRouter>
        <Routes>
          <Route path="/erased/:receiptId" element={<Starting.Until><Erased /></Starting.Until>} />
          <Route path="*" element={<Stage />} />
        </Routes>
      </BrowserRouter>
    </SessionProvider>
  );
}

function Stage() {
  const session = useSession();
  switch (session.stage) {
    case "starting":
      return <Starting />;
    case "failed":
      return <Starting problem={session.problem} />;
    case "signed-out":
      return <Starting.Until><SignedOut config={session.config} refusal={session.refusal} /></Starting.Until>;
    case "signed-in":
      return <Starting.Until><SignedIn key={session.person.uid} /></Starting.Until>;
  }
}
