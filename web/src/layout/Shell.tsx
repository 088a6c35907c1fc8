import { useEffect, type ReactNode } from "react";
import { Link } from "react-router";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Brand } from "./Brand";
import { Disclosure } from "./Disclosure";
import { BottomNavigation, SideNavigation } from "./Navigation";
import { keepFocus } from "./keptFocus";
import { OfflineBanner } from "./OfflineBanner";
import { UpdatePrompt } from "./UpdatePrompt";
import styles from "./Shell.module.css";

/** What stands around every screen: the way to the others, the state of the network, the lines the law asks for. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords(common);
  useEffect(keepFocus, []);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.home} aria-label={`Future Finance, ${words.home}`}>
          <Brand />
        </Link>
        <SideNavigation />
        <UpdatePrompt />
      </header>
      <div className={styles.middle}>
        <OfflineBanner />
        <main id="content" className={styles.main} tabIndex={-1}>
          {children}
        </main>
        <footer>
          <Disclosure place="always" />
        </footer>
      </div>
      <BottomNavigation />
    </div>
  );
}
