import { expect, it } from "vitest";

type Entries = Record<string, unknown>;
const modules = import.meta.glob<Record<string, unknown>>(["./common.ts", "./categories.ts", "../**/words.ts", "!./words.ts", "!./*.test.ts"], { eager: true });

const dictionaries = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module)
    .filter((pair): pair is [string, { en: Entries; hi: Entries }] => isDictionary(pair[1]))
    .map(([name, words]) => ({ name: `${file} ${name}`, words })),
);

function isDictionary(value: unknown): value is { en: Entries; hi: Entries } {
  return typeof value === "object" && value !== null && "en" in value && "hi" in value;
}

function told(entry: unknown): string {
  return typeof entry === "function" ? String(entry(..."ABCDEF")) : String(entry);
}

it("finds the dictionaries", () => expect(dictionaries.length).toBeGreaterThan(1));

it.each(dictionaries)("$name says the same keys in both languages, none empty", ({ words }) => {
  expect(Object.keys(words.hi)).toEqual(Object.keys(words.en));
  for (const text of [...Object.values(words.en), ...Object.values(words.hi)].map(told)) expect(text.trim()).not.toBe("");
});

it.each(dictionaries)("$name puts the same values into both languages", ({ words }) => {
  for (const [key, entry] of Object.entries(words.en)) {
    if (typeof entry !== "function") continue;
    const used = (text: string) => [..."ABCDEF"].slice(0, entry.length).filter((value) => text.includes(value));
    expect(used(told(words.hi[key])), key).toEqual([..."ABCDEF"].slice(0, entry.length));
  }
});

it.each(dictionaries)("$name calls itself no adviser", ({ words }) => {
  const forbidden = /advis[eo]r|wealth manager|guaranteed|risk-free|सलाहकार/i;
  for (const text of Object.values(words.en).concat(Object.values(words.hi)).map(told)) expect(text).not.toMatch(forbidden);
});

it("spells a Hindi word in one way, with its dots below or without", () => {
  const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*"], { query: "?raw", import: "default", eager: true });
  const spelt = new Map<string, Set<string>>();
  for (const [word] of Object.values(sources).join("\n").normalize("NFD").matchAll(/[\u0900-\u0963]+/g)) {
    const bare = word.replaceAll("\u093c", "");
    spelt.set(bare, (spelt.get(bare) ?? new Set()).add(word));
  }
  expect(spelt.size).toBeGreaterThan(500);
  expect([...spelt.values()].filter(({ size }) => size > 1).map((words) => [...words])).toEqual([]);
});
