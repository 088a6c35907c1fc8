import { describe, expect, it } from "vitest";
import { rupees, shortRupees, typedMinor, typedText } from "./money";
import shown from "../../../tests/unit/domain/shown_rupees.json"; // the same table is read by the server's tests

const inr = (amountMinor: number) => ({ amountMinor, currency: "INR" });

it.each(shown)("writes $minor paise as the server does", ({ minor, exact, short }) => {
  expect(rupees(inr(minor))).toBe(exact);
  expect(shortRupees(inr(minor), "en")).toBe(short);
});

describe("rupees", () => {
  it.each([
    [0, "₹0"],
    [99_900, "₹999"],
    [100_000, "₹1,000"],
    [1_234_567_00, "₹12,34,567"],
    [12_34_56_789_00, "₹12,34,56,789"],
    [-14_39_705_00, "−₹14,39,705"],
    [150, "₹2"], // half up, as on the server
    [149, "₹1"],
    [-150, "−₹2"],
    [-49, "₹0"], // no minus before nothing
  ])("reads %i paise as %s", (minor, text) => expect(rupees(inr(minor))).toBe(text));

  it("shows paise only where there are any", () => {
    expect(rupees(inr(776_513_10), { paise: true })).toBe("₹7,76,513.10");
    expect(rupees(inr(776_513_00), { paise: true })).toBe("₹7,76,513");
  });

  it("is exact for the largest amounts that the API takes", () =>
    expect(rupees(inr(999_999_999_999_999), { paise: true })).toBe("₹99,99,99,99,99,999.99"));

  it("refuses what is no exact amount of rupees", () => {
    expect(() => rupees(inr(0.5))).toThrow(RangeError);
    expect(() => rupees({ amountMinor: 1, currency: "USD" })).toThrow(RangeError);
  });
});

describe("shortRupees", () => {
  it.each([
    [99_999_00, "₹99,999"],
    [99_999_50, "₹1 lakh"],
    [12_34_567_00, "₹12.35 lakh"],
    [99_99_499_00, "₹99.99 lakh"],
    [99_99_500_00, "₹1 crore"],
    [-2_75_00_000_00, "−₹2.75 crore"],
  ])("reads %i paise as %s", (minor, text) => expect(shortRupees(inr(minor), "en")).toBe(text));

  it("speaks Hindi", () => expect(shortRupees(inr(12_00_000_00), "hi", { sign: true })).toBe("+₹12 लाख"));
});

describe("typedMinor", () => {
  it.each([
    ["2,50,000", 2_50_000_00],
    ["₹ 1500.5", 1500_50],
    ["2.5 lakh", 2_50_000_00],
    ["1.25cr", 1_25_00_000_00],
    ["3 लाख", 3_00_000_00],
    ["40k", 40_000_00],
    ["0.29", 29], // 0.29 * 100 is 28.999… in a float
  ])("reads %s", (text, minor) => expect(typedMinor(text)).toBe(minor));

  it.each(["", "about 5", "1.234", "-5", "5 million", "1e5", "99999999999999999999"])("refuses %s", (text) =>
    expect(typedMinor(text)).toBeNull(),
  );

  it("reads back what it writes", () => {
    for (const minor of [0, 5, 29, 100, 2_50_000_00, 123_45]) expect(typedMinor(typedText(minor))).toBe(minor);
  });
});
