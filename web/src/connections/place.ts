import type { Connection, Schema } from "@/api/types";

/** Where one logs in again at this link, of however many there are. */
export function loginAt(connectionId: string): string {
  return `/connect?${new URLSearchParams({ link: connectionId })}`;
}

/** The link that a login is for: the one that the address names, else the newest; none that was ended. */
export function linkFor<Link extends Pick<Connection, "id" | "status">>(links: readonly Link[], address: URLSearchParams): Link | undefined {
  const open = links.filter(({ status }) => status !== "revoked");
  return open.find(({ id }) => id === address.get("link")) ?? open.at(-1);
}

/** What is asked of the API for a login there: at that link, or without one at the person's first. */
export function loginAsked(providerId: string, link: Pick<Connection, "id" | "providerId"> | undefined): Schema["NewConnection"] {
  return { providerId, connectionId: link?.providerId === providerId ? link.id : null };
}
