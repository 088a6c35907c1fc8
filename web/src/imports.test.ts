import { expect, it } from "vitest";

const sources = import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.*", "!./**/*.d.ts"], { query: "?raw", import: "default", eager: true });

/** What each file imports of the others, types included. */
const imports = new Map(
  Object.entries(sources).map(([file, source]) => {
    const named = [...source.matchAll(/(?:from|import)\s*\(?\s*"([@.][^"]*)"/g)].flatMap(([, name]) => name ?? []);
    return [file, named.map((name) => resolved(file, name)).filter((name) => name !== undefined)];
  }),
);

function resolved(from: string, name: string): string | undefined {
  const { pathname } = new URL(name.replace(/^@\//, "/"), `file://${from.slice(1)}`);
  return [".ts", ".tsx"].map((ending) => `.${pathname}${ending}`).find((file) => file in sources);
}

/** The files of a circle that is reached from `file`, the first one twice. */
function circleFrom(file: string, path: string[] = [], clear: Set<string> = new Set()): string[] | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (clear.has(file)) return null;
  for (const next of imports.get(file) ?? []) {
    const found = circleFrom(next, [...path, file], clear);
    if (found) return found;
  }
  clear.add(file);
  return null;
}

it("finds imports, by a name from the root and by one beside", () => {
  expect(imports.get("./App.tsx")?.length).toBeGreaterThan(3);
  expect(imports.get("./screens/chat/Help.tsx")).toEqual(["./i18n/words.ts", "./screens/chat/helpLines.ts", "./screens/chat/words.ts"]);
});

it("has no circles, not of types either", () => {
  expect(circleFrom("./main.tsx")).toBeNull();
});
