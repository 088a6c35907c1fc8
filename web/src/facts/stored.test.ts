import { expect, it } from "vitest";
import { isStored } from "./stored";

it.each(["N01", "L01R:fi_1a2b", "C02D:card", "L06B", "T09N"])("asks for %s, which is kept", (id) => expect(isStored(id)).toBe(true));

it.each([
  "CALC:share:0123456789",
  "P01:2026-10-31",
  "R01:paid-amma",
  "R02:row",
  "R03:all",
  "FND:card_interest:year",
  "ASM:equity_return",
  "RULE:emergency_months",
  "SIM:run:months",
  "SEN:run:rate:0_5",
  "N01:as-of-2026-09-30",
])("shows %s as the answer has it", (id) => expect(isStored(id)).toBe(false));
