import { expect, it } from "vitest";
import { nameIn } from "./exports";

it("names a downloaded file as the API does, or plainly", () => {
  expect(nameIn('attachment; filename="future-finance-full-export-2026-11-24.zip"')).toBe("future-finance-full-export-2026-11-24.zip");
  expect(nameIn(null)).toBe("future-finance.zip");
});
