/** Exact decimals as text: the API sends them so, and a float would round them. */

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Rounded half up (away from zero) to at most `places`, without trailing zeros. Throws for what is no decimal. */
export function roundedText(value: string | number, places: number): string {
  const match = DECIMAL.exec(plain(value));
  if (!match) throw new RangeError("not a decimal number");
  const [, sign = "", whole = "0", fraction = ""] = match;
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, "0"));
  const scaled = (fraction[places] ?? "0") >= "5" ? kept + 1n : kept;
  const digits = scaled.toString().padStart(places + 1, "0");
  const head = digits.slice(0, digits.length - places);
  const tail = digits.slice(digits.length - places).replace(/0+$/, "");
  return scaled === 0n ? "0" : sign + head + (tail && `.${tail}`);
}

/** Digits in Indian groups: 12,34,567. */
export function grouped(whole: string): string {
  const head = whole.slice(0, -3);
  const tail = whole.slice(-3);
  return head ? `${head.replace(/\B(?=(\d{2})+$)/g, ",")},${tail}` : tail;
}

/** Units of a holding, to three places: 1,234.568. */
export function quantity(units: string): string {
  const [whole = "0", fraction] = roundedText(units, 3).split(".");
  return grouped(whole) + (fraction ? `.${fraction}` : "");
}

function plain(value: string | number): string {
  if (typeof value === "string") return value.trim();
  return Number.isInteger(value) ? value.toFixed(0) : value.toString().includes("e") ? value.toFixed(20) : value.toString();
}
