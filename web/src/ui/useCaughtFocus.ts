import { useEffect, useRef, type RefObject } from "react";

/** For what comes in the place of what was pressed: once `here`, it takes the focus that went away with that. */
export function useCaughtFocus<Place extends HTMLElement>(here: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(here);
  useEffect(() => {
    if (here && !before.current && document.activeElement === document.body) place.current?.focus();
    before.current = here;
  }, [here]);
  return place;
}
