import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ClientConfig } from "@/api/types";
import { pushState, turnOff, turnOn } from "./push";

const config = (authEmulatorUrl: string | null) => ({ firebase: { authEmulatorUrl } }) as ClientConfig;
const unsubscribe = vi.fn(() => Promise.resolve(true));
const kept = JSON.stringify({ token: "t".repeat(40), keptAt: 0 });

function browser(permission: NotificationPermission, answer: NotificationPermission = permission) {
  vi.stubGlobal("Notification", { permission, requestPermission: () => Promise.resolve(answer) });
  vi.stubGlobal("PushManager", {});
  const registration = { pushManager: { getSubscription: () => Promise.resolve({ unsubscribe }) } };
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: () => Promise.resolve(registration) } });
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it("says what is in the way of notifications, and what is not", () => {
  expect(pushState(config("http://127.0.0.1:9099"), "u1")).toBe("local");
  vi.stubGlobal("navigator", {});
  expect(pushState(config(null), "u1")).toBe("unsupported");
  browser("denied");
  expect(pushState(config(null), "u1")).toBe("denied");
  browser("default");
  expect(pushState(config(null), "u1")).toBe("off");
});

it("is on for the person who turned it on, and for nobody else on this browser", () => {
  browser("granted");
  localStorage.setItem("push:u1", kept);
  expect([pushState(config(null), "u1"), pushState(config(null), "u2")]).toEqual(["on", "off"]);
});

it("registers nothing where the permission is not given", async () => {
  browser("default", "denied");
  const fetch = vi.fn();
  vi.stubGlobal("fetch", fetch);
  expect(await turnOn("u1")).toBe(false);
  expect(fetch).not.toHaveBeenCalled();
});

it("ends here also where the API cannot be reached", async () => {
  browser("granted");
  localStorage.setItem("push:u1", kept);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await expect(turnOff("u1")).rejects.toThrow(TypeError);
  expect(unsubscribe).toHaveBeenCalledOnce();
  expect(pushState(config(null), "u1")).toBe("off");
});
