import { expect, it } from "vitest";
import { factValue, minorOf } from "./factValue";
import numbers from "../../../tests/unit/domain/shown_numbers.json"; // the same table is read by the server's tests

it.each(numbers)("says $value $unit as the server does", ({ value, unit, en, hi }) => {
  expect(factValue({ value, unit }, "en")).toBe(en);
  expect(factValue({ value, unit }, "hi")).toBe(hi);
});

it.each([
  ["42530.00", "INR", "month", "₹42,530 a month"],
  ["-1253420.00", "INR", null, "−₹12,53,420"],
  ["8.6", "percent", "year", "8.6% a year"],
  ["2027-03-24", "date", null, "24 Mar 2027"],
  ["791", "points", null, "791"],
  ["123456.7891", "units", null, "1,23,456.789"],
  ["Sahyadri Bank", "text", null, "Sahyadri Bank"],
])("says %s in %s per %s as %s", (value, unit, per, said) => expect(factValue({ value, unit, per }, "en")).toBe(said));

it("says the API's own words in the person's language, and a provider's as they are", () => {
  expect(factValue({ value: "vehicle", unit: "text" }, "en")).toBe("vehicle loan");
  expect(factValue({ value: "vehicle", unit: "text" }, "hi")).toBe("वाहन लोन");
  expect(factValue({ value: "STANDARD", unit: "text" }, "hi")).toBe("STANDARD");
});

it("says a month's and a year's figure in Hindi", () => {
  expect(factValue({ value: "42530.00", unit: "INR", per: "month" }, "hi")).toBe("महीने में ₹42,530");
  expect(factValue({ value: "8.6", unit: "percent", per: "year" }, "hi")).toBe("सालाना 8.6%");
});

it.each([
  ["1.005", 101],
  ["-0.5", -50],
  ["90071992547409.91", 9007199254740991],
])("takes %s rupees for %i paise, without a float between", (text, minor) => expect(minorOf(text)).toBe(minor));
