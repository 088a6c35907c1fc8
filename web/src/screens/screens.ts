import { lazy, type ComponentType } from "react";

interface ScreenRow {
  path: string;
  Screen: ComponentType;
}

const Chat = lazy(() => import("./chat/ChatScreen")); // one for both addresses: an answer goes on when the second is reached

/** Every screen behind the sign-in, fetched when first opened. A first step of a path stands in screens.json too. */
export const SCREENS: readonly ScreenRow[] = [
  { path: "/", Screen: lazy(() => import("./home/HomeScreen")) },
  { path: "/connect", Screen: lazy(() => import("./connect/ConnectScreen")) },
  { path: "/assets", Screen: lazy(() => import("./assets/AssetsScreen")) },
  { path: "/liabilities", Screen: lazy(() => import("./liabilities/LiabilitiesScreen")) },
  { path: "/transactions", Screen: lazy(() => import("./transactions/TransactionsScreen")) },
  { path: "/insights", Screen: lazy(() => import("./insights/InsightsScreen")) },
  { path: "/insights/:insightId", Screen: lazy(() => import("./insights/InsightsScreen")) },
  { path: "/chat", Screen: Chat },
  { path: "/chat/:conversationId", Screen: Chat },
  { path: "/simulate", Screen: lazy(() => import("./simulate/SimulateScreen")) },
  { path: "/privacy", Screen: lazy(() => import("./privacy/PrivacyScreen")) },
  { path: "/profile", Screen: lazy(() => import("./profile/ProfileScreen")) },
  { path: "/settings", Screen: lazy(() => import("./settings/SettingsScreen")) },
];
