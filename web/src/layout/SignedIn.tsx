import { Suspense, useState } from "react";
import { PersistQueryClientProvider } from "@tanstack/react-query-persist-client";
import { Route, Routes, useLocation } from "react-router";
import { queryClient, seenBefore } from "@/cache/queryCache";
import { NotFoundScreen } from "@/screens/NotFoundScreen";
import { SCREENS } from "@/screens/screens";
import { useSignedIn } from "@/session/session";
import { ScreenSkeleton } from "@/ui/Skeleton";
import { LanguageAlong } from "./LanguageAlong";
import { LiveOverview } from "./LiveOverview";
import { BrokenScreen, Mishap } from "./Mishap";
import { Pushes } from "./Pushes";
import { Shell } from "./Shell";

/** Everything behind the sign-in, with one person's cache. */
export default function SignedIn() {
  const { person } = useSignedIn();
  const { pathname } = useLocation();
  const [client] = useState(queryClient);
  const [seen] = useState(() => seenBefore(person.uid));
  return (
    <PersistQueryClientProvider
      client={client}
      persistOptions={seen}
      onSuccess={() => client.invalidateQueries({ refetchType: "none" })} // shown at once, and looked at anew
    >
      <LiveOverview />
      <Pushes />
      <LanguageAlong />
      <Shell>
        <Mishap at={pathname} told={<BrokenScreen />}>
          <Suspense fallback={<ScreenSkeleton />}>
            <Routes>
              {SCREENS.map(({ path, Screen }) => (
                <Route key={path} path={path} element={<Screen />} />
              ))}
              <Route path="*" element={<NotFoundScreen />} />
            </Routes>
          </Suspense>
        </Mishap>
      </Shell>
    </PersistQueryClientProvider>
  );
}
