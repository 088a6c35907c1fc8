import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useCaughtFocus } from "./useCaughtFocus";

function Steps({ at }: { at: number }) {
  return (
    <>
      <Step name="one" here={at === 1} />
      <Step name="two" here={at === 2} />
    </>
  );
}

function Step({ name, here }: { name: string; here: boolean }) {
  const heading = useCaughtFocus<HTMLHeadingElement>(here);
  return (
    <>
      <h2 id={name} ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {here && <button id={`next-${name}`}>next</button>}
    </>
  );
}

let root: ReturnType<typeof createRoot>;
const place = document.createElement("div");
const show = (at: number) => flushSync(() => root.render(<Steps at={at} />));
const at = () => document.activeElement?.id;

beforeEach(() => {
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  root.unmount();
  place.remove();
});

it("goes on at what came in the place of the button that was pressed", () => {
  show(1);
  expect(document.activeElement).toBe(document.body); // nothing was pressed yet
  document.getElementById("next-one")?.focus();
  show(2);
  expect(at()).toBe("two");
});

it("takes the focus from nothing that has it", () => {
  show(1);
  document.getElementById("one")?.focus();
  show(2);
  expect(at()).toBe("one");
});
