import { roundedText } from "./decimal";

/** 17.9%; two decimals below 10, where a tenth is coarse. */
export function percent(value: string | number): string {
  const places = Math.abs(Number(value)) < 10 ? 2 : 1;
  return `${roundedText(value, places).replace("-", "−")}%`;
}
