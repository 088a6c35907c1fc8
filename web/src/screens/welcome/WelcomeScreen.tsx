import { useEffect, useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import type { ClientConfig } from "@/api/types";
import { codeText } from "@/i18n/problems";
import { useLanguage, useTold, useWords } from "@/i18n/words";
import { Brand } from "@/layout/Brand";
import { UpdatePrompt } from "@/layout/UpdatePrompt";
import { beginSignIn } from "@/session/signIn";
import { Button } from "@/ui/Button";
import { Icon, type IconName } from "@/ui/Icon";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { welcome } from "./words";
import styles from "./WelcomeScreen.module.css";

interface WelcomeProps {
  config: ClientConfig;
  refusal: string | null;
}

/** What the app is, in the time it takes to decide, and the one way in. */
export default function WelcomeScreen({ config, refusal }: WelcomeProps) {
  const words = useWords(welcome);
  const language = useLanguage();
  const told = useTold();
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    document.title = "Future Finance";
  }, []);

  async function signIn() {
    setLeaving(true);
    setProblem(null);
    try {
      await beginSignIn(globalThis.location.pathname);
    } catch (error) {
      setProblem(asProblem(error));
      setLeaving(false);
    }
  }

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Brand />
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.pitch}>
          <h1>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
          {refusal && (
            <div role="alert">
              <Notice tone="warn">{codeText(refusal, language)}</Notice>
            </div>
          )}
          {problem && <ProblemNotice problem={problem} />}
          {config.features.googleSignIn ? (
            <Button busy={leaving} onClick={() => void signIn()}>
              {leaving ? words.leaving : words.signIn}
            </Button>
          ) : (
            <Notice tone="warn">{words.unavailable}</Notice>
          )}
          <p className={styles.small}>{words.adults}</p>
          {config.firebase.authEmulatorUrl && <p className={styles.small}>{words.local}</p>}
        </div>
        <section aria-label={words.points} className={styles.points}>
          <Point icon="check" title={words.sumTitle} text={words.sumText} />
          <Point icon="bulb" title={words.aiTitle} text={words.aiText} />
          <Point icon="shield" title={words.yoursTitle} text={words.yoursText} />
        </section>
        <p className={styles.small}>{words.notSold}</p>
      </main>
      <footer className={styles.footer}>
        {config.notices
          .filter(({ place }) => place === "always")
          .map((notice) => (
            <p key={notice.id}>{told(notice.text)}</p>
          ))}
      </footer>
      <UpdatePrompt />
    </div>
  );
}

function Point({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <div className={styles.point}>
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
