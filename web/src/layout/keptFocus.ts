const WAIT_MS = 100; // until a screen that knows better has done so itself

/**
 * Follow the focus: where what has it is taken away and nothing else takes it, the heading that it stood under gets it, so
 * that the keyboard and a screen reader go on from there. Returns how to stop.
 */
export function keepFocus(): () => void {
  let path: Element[] = []; // what has the focus, and all around it
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nothingHasIt = () => document.activeElement === null || document.activeElement === document.body;
  const isLost = () => path[0]?.isConnected === false && nothingHasIt();

  function remember({ target }: FocusEvent) {
    path = [];
    for (let each = target instanceof Element ? target : null; each; each = each.parentElement) path.push(each);
  }
  /** It was left, and not taken away: by a click beside everything. */
  function forget({ target }: FocusEvent) {
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected && nothingHasIt()) path = [];
    });
  }
  const seen = new MutationObserver(() => {
    if (!isLost()) return;
    clearTimeout(timer);
    timer = setTimeout(() => isLost() && toHeading(path), WAIT_MS);
  });
  document.addEventListener("focusin", remember);
  document.addEventListener("focusout", forget);
  seen.observe(document.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    seen.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("focusout", forget);
  };
}

/** The first heading in what is left around it; one in a dialog that is closed cannot take the focus. */
function toHeading(path: readonly Element[]): void {
  for (const around of path.filter(({ isConnected }) => isConnected)) {
    const heading = around.querySelector<HTMLElement>("h1, h2, h3");
    if (!heading) continue;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (document.activeElement === heading) return;
  }
}
