import type { IconName } from "@/ui/Icon";

/** Where the navigation leads; `word` is a key of the common words. */
export interface Place {
  to: string;
  word: "home" | "assets" | "liabilities" | "transactions" | "insights" | "chat" | "simulate" | "privacy" | "profile" | "settings";
  icon: IconName;
}

const HOME: Place = { to: "/", word: "home", icon: "home" };
const INSIGHTS: Place = { to: "/insights", word: "insights", icon: "bulb" };
const CHAT: Place = { to: "/chat", word: "chat", icon: "chat" };
const SIMULATE: Place = { to: "/simulate", word: "simulate", icon: "fork" };

export const GROUPS: readonly (readonly Place[])[] = [
  [
    HOME,
    { to: "/assets", word: "assets", icon: "coins" },
    { to: "/liabilities", word: "liabilities", icon: "card" },
    { to: "/transactions", word: "transactions", icon: "list" },
  ],
  [INSIGHTS, CHAT, SIMULATE],
  [
    { to: "/privacy", word: "privacy", icon: "shield" },
    { to: "/profile", word: "profile", icon: "person" },
    { to: "/settings", word: "settings", icon: "gear" },
  ],
];

export const FIRST: readonly Place[] = [HOME, INSIGHTS, CHAT, SIMULATE];
