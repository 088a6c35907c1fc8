import { useEffect, useRef, useState } from "react";
import { NavLink, useLocation } from "react-router";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { FIRST, GROUPS, type Place } from "./places";
import styles from "./Navigation.module.css";

/** All places, beside the screen where there is room. */
export function SideNavigation() {
  const words = useWords(common);
  return (
    <nav className={styles.side} aria-label={words.mainNavigation}>
      <Groups />
    </nav>
  );
}

/** The four first places within reach of a thumb; the others behind a menu. */
export function BottomNavigation() {
  const words = useWords(common);
  const { pathname, key } = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => setOpenedAt(null), [key]); // also where one is there already
  const elsewhere = !FIRST.some(({ to }) => (to === "/" ? pathname === "/" : pathname.startsWith(to)));
  return (
    <nav className={styles.bottom} aria-label={words.mainNavigation} ref={bar}>
      <ul className={styles.bar}>
        {FIRST.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} className={styles.tab ?? ""} />
          </li>
        ))}
        <li>
          <button
            type="button"
            className={styles.tab}
            aria-haspopup="dialog"
            data-current={elsewhere || undefined}
            onClick={() => setOpenedAt(pathname)}
          >
            <Icon name="menu" />
            {words.menu}
          </button>
        </li>
      </ul>
      <Dialog title={words.menu} open={openedAt !== null} onClose={() => setOpenedAt(null)}>
        <Groups />
      </Dialog>
    </nav>
  );
}

function Groups() {
  return GROUPS.map((places) => (
    <ul className={styles.group} key={places[0]?.to}>
      {places.map((place) => (
        <li key={place.to}>
          <PlaceLink place={place} className={styles.row ?? ""} />
        </li>
      ))}
    </ul>
  ));
}

function PlaceLink({ place, className }: { place: Place; className: string }) {
  const words = useWords(common);
  return (
    <NavLink to={place.to} end={place.to === "/"} className={className}>
      <Icon name={place.icon} />
      {words[place.word]}
    </NavLink>
  );
}
