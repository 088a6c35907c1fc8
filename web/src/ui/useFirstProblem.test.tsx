import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { expect, it } from "vitest";
import { TextField } from "./Field";
import { useFirstProblem } from "./useFirstProblem";

function Form({ found }: { found: Record<string, string> }) {
  const form = useFirstProblem(found);
  const fields = ["name", "year", "value"];
  return (
    <form ref={form}>
      {fields.map((name) => (
        <TextField key={name} name={name} label={name} problem={found[name]} />
      ))}
    </form>
  );
}

it("goes to the first field that is marked, each time that something is found", () => {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const show = (found: Record<string, string>) => flushSync(() => root.render(<Form found={found} />));
  const at = () => document.activeElement?.getAttribute("name") ?? null;
  const found = { year: "Write a year.", value: "Write an amount." };
  show({});
  expect(at()).toBeNull();
  show(found);
  expect(at()).toBe("year");
  place.querySelector<HTMLElement>("[name=value]")?.focus();
  show(found);
  expect(at()).toBe("value"); // whoever is mending it is left alone
  show({ ...found });
  expect(at()).toBe("year");
  root.unmount();
  place.remove();
});
