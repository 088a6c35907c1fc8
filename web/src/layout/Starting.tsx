import { Suspense, type ReactNode } from "react";
import type { Problem } from "@/api/problem";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Brand } from "./Brand";
import { Broken, Mishap } from "./Mishap";
import styles from "./Starting.module.css";

/** The first thing on the screen, until it is known who is there; or what went wrong in finding out. */
export function Starting({ problem, broken = false }: { problem?: Problem; broken?: boolean }) {
  const words = useWords(common);
  return (
    <main className={styles.page}>
      <Brand />
      {broken ? (
        <Broken />
      ) : problem ? (
        <ProblemNotice problem={problem} retry={() => globalThis.location.reload()} />
      ) : (
        <p role="status" className="unseen">
          {words.loading}
        </p>
      )}
    </main>
  );
}

/** The same while `children` are being fetched. */
Starting.Until = function Until({ children }: { children: ReactNode }) {
  return (
    <Mishap at="" told={<Starting broken />}>
      <Suspense fallback={<Starting />}>{children}</Suspense>
    </Mishap>
  );
};
