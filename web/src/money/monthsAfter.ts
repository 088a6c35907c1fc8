/** The month that is `months` after the one of `isoDay`: "2026-11-24" and 3 make "2027-02". */
export function monthsAfter(isoDay: string, months: number): string {
  const [year = 0, month = 1] = isoDay.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
