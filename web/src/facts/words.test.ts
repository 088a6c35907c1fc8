import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { textWords } from "./words";

const written = readFileSync("../functions/future_finance/domain/debt.py", "utf8");
const named = [...written.matchAll(/DebtKind\.\w+: \("([^"]+)", "([^"]+)"\)/g)].flatMap(([, en = "", hi = ""]) => (en === "loan" ? [] : [[en, hi] as const]));
const kinds = new Map(Object.entries(textWords.en).map(([id, name]) => [name, textWords.hi[id as keyof typeof textWords.hi]]));

it("finds the server's names", () => expect(named.length).toBeGreaterThan(8));

it.each(named)("names the kind %s as the debt itself is named", (en, hi) => {
  expect(kinds.get(en)).toBe(hi);
});
