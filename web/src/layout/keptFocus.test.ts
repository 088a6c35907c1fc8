import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepFocus } from "./keptFocus";

const PAGE = `
  <main><h1>Settings</h1>
    <section id="told"><h2>Told</h2><ul><li><button id="got">Got it</button></li></ul></section>
    <section id="linked"><h2>Connections</h2><button id="end">Disconnect</button></section>
  </main>`;

const by = (id: string) => document.getElementById(id) as HTMLElement;
const at = () => document.activeElement?.textContent;
const later = () => vi.advanceTimersByTimeAsync(200);
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  document.body.innerHTML = PAGE;
  stop = keepFocus();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.innerHTML = "";
});

it("goes on at the heading that the button stood under", async () => {
  by("got").focus();
  by("got").closest("li")?.remove();
  await later();
  expect(at()).toBe("Told");
});

it("goes on at the screen's heading where all around the button went with it", async () => {
  by("got").focus();
  by("told").remove();
  await later();
  expect(at()).toBe("Settings");
});

it("leaves it to whoever takes it", async () => {
  by("got").focus();
  by("told").remove();
  by("end").focus();
  await later();
  expect(at()).toBe("Disconnect");
});

it("does nothing for whoever had left it before", async () => {
  by("got").focus();
  by("got").blur();
  await later();
  by("told").remove();
  await later();
  expect(document.activeElement).toBe(document.body);
});
