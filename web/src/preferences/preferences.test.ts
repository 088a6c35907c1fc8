import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  localStorage.clear();
  vi.resetModules(); // as if the app was opened anew
});

const opened = () => import("./preferences");

it("speaks the profile's language on a device where none was chosen, also after the app is opened again", async () => {
  const { adoptLanguage, languageIsChosen } = await opened();
  adoptLanguage("hi");
  expect(languageIsChosen()).toBe(false);
  expect(document.documentElement.lang).toBe("hi-IN");
  vi.resetModules();
  document.documentElement.lang = "";
  (await opened()).applyPreferences();
  expect(document.documentElement.lang).toBe("hi-IN");
});

it("lets what was chosen here win", async () => {
  const { adoptLanguage, languageIsChosen, prefer } = await opened();
  prefer({ language: "en" });
  adoptLanguage("hi");
  expect(languageIsChosen()).toBe(true);
  expect(document.documentElement.lang).toBe("en-IN");
});

it("takes a theme or a text size for no choice of a language", async () => {
  const { languageIsChosen, prefer } = await opened();
  prefer({ theme: "dark", textSize: "large" });
  expect(languageIsChosen()).toBe(false);
  expect(document.documentElement.dataset["theme"]).toBe("dark");
});

it("begins afresh where what was kept cannot be read", async () => {
  localStorage.setItem("preferences", '{"theme":"loud","language":');
  const { applyPreferences, languageIsChosen } = await opened();
  applyPreferences();
  expect(languageIsChosen()).toBe(false);
  expect(document.documentElement.dataset["theme"]).toBe("system");
});

it("keeps a language that was chosen until the profile has it, also when the app is closed before", async () => {
  const { prefer, untoldLanguage } = await opened();
  expect(untoldLanguage()).toBeNull();
  prefer({ language: "hi" });
  vi.resetModules();
  const again = await opened();
  expect(again.untoldLanguage()).toBe("hi");
  again.prefer({ language: "en" });
  again.languageIsTold("hi"); // an answer that comes late
  expect(again.untoldLanguage()).toBe("en");
  again.languageIsTold("en");
  expect(again.untoldLanguage()).toBeNull();
  expect(again.languageIsChosen()).toBe(true);
});
