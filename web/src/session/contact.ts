/** Where a person writes to: the deployment's contact is an e-mail address or a page. */
export function contactHref(contact: string, subject?: string): string {
  if (/^https?:/.test(contact)) return contact;
  return `mailto:${contact}${subject ? `?subject=${encodeURIComponent(subject)}` : ""}`;
}
