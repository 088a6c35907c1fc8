import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { install, installWay, watchForInstall } from "./install";

beforeAll(watchForInstall);
afterEach(() => {
  globalThis.dispatchEvent(new Event("appinstalled"));
  Reflect.deleteProperty(navigator, "standalone");
  vi.unstubAllGlobals();
});

function offered() {
  const prompt = vi.fn(() => Promise.resolve({ outcome: "dismissed" }));
  const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt });
  globalThis.dispatchEvent(event);
  return { event, prompt };
}

it("keeps the browser's offer until the person looks for it, and takes it once", async () => {
  const { event, prompt } = offered();
  expect(event.defaultPrevented).toBe(true);
  expect(installWay()).toBe("press");
  await install();
  expect(prompt).toHaveBeenCalledOnce();
  expect(installWay()).toBe("no");
});

it("offers nothing once the app is installed", () => {
  offered();
  globalThis.dispatchEvent(new Event("appinstalled"));
  expect(installWay()).toBe("no");
});

it("offers nothing inside the installed app", () => {
  offered();
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  expect(installWay()).toBe("no");
});

it.each([
  [false, "share_menu"], // Safari on an iPhone
  [true, "no"], // the same, from the home screen
  [undefined, "no"], // a browser that installs nothing
])("goes by what Safari says of itself: %s", (standalone, way) => {
  if (standalone !== undefined) Object.defineProperty(navigator, "standalone", { value: standalone, configurable: true });
  expect(installWay()).toBe(way);
});
