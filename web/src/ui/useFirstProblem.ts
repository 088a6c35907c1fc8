import { useEffect, useRef, type RefObject } from "react";

/** For a form: each time that `found` is found anew, its first marked field gets the focus, so that it is in sight and read out. */
export function useFirstProblem(found: object): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(), [found]);
  return form;
}
