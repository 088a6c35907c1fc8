import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { expect, it, vi } from "vitest";
import { Mishap } from "./Mishap";

function Screen({ breaks }: { breaks: boolean }) {
  if (breaks) throw new Error("Failed to fetch dynamically imported module");
  return <p>a screen</p>;
}

it("tells instead of an empty page where a screen cannot be shown, and shows the next one", () => {
  const place = document.createElement("div");
  const caught = vi.fn();
  const root = createRoot(place, { onCaughtError: caught });
  const show = (at: string, breaks: boolean) =>
    flushSync(() => root.render(<Mishap at={at} told={<p>reload</p>}><Screen breaks={breaks} /></Mishap>));
  show("/assets", true);
  expect(place.textContent).toBe("reload");
  show("/assets", false);
  expect(place.textContent).toBe("reload"); // what failed is not tried again by itself
  show("/chat", false);
  expect(place.textContent).toBe("a screen");
  expect(caught).toHaveBeenCalledOnce();
  root.unmount();
});
