import { describe, expect, it } from "vitest";
import { grouped, quantity, roundedText } from "./decimal";
import { percent } from "./percent";

describe("roundedText", () => {
  it.each([
    ["1.005", 2, "1.01"], // toFixed says 1.00
    ["-2.5", 0, "-3"],
    ["0.04", 1, "0"],
    ["-0.04", 1, "0"],
    ["12.3400", 4, "12.34"],
    ["9.995", 2, "10"],
    [51.2, 1, "51.2"],
    [1e-7, 2, "0"],
  ])("rounds %s to %i places as %s", (value, places, text) => expect(roundedText(value, places)).toBe(text));

  it("refuses what is no number", () => expect(() => roundedText("1,000", 2)).toThrow(RangeError));
});

it("groups digits as in India", () => {
  expect(["1", "123", "1234", "123456", "12345678"].map(grouped)).toEqual(["1", "123", "1,234", "1,23,456", "1,23,45,678"]);
});

it("shows two places of a percentage below ten and one above", () => {
  expect(["9.876", "42.94", "-0.5", "100"].map(percent)).toEqual(["9.88%", "42.9%", "−0.5%", "100%"]);
});

it("shows units to three places, without zeros that say nothing", () => {
  expect(["1234.56789", "12.500000", "40"].map(quantity)).toEqual(["1,234.568", "12.5", "40"]);
});
