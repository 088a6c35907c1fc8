import type { User } from "firebase/auth";
import { api, body } from "@/api/client";
import { LANGUAGES } from "@/i18n/language";
import { adoptLanguage, languageIsChosen } from "@/preferences/preferences";

/** How a sign-in ended that brought the browser back here; null: it did not. */
export type Outcome = { signedIn: true } | { signedIn: false; code: string };

/** Leave for Google's page; it comes back to `path` of this app with an outcome. */
export async function beginSignIn(path: string, loginHint?: string): Promise<void> {
  const { authorizationUrl } = await body(
    api.POST("/auth/google/begin", {
      body: { redirectUri: globalThis.location.origin + path, ...(loginHint ? { loginHint } : {}) },
    }),
  );
  globalThis.location.assign(authorizationUrl);
}

/** Read the outcome off the address and take it away, so that reloading does not tell it again. */
export function takeOutcome(): Outcome | null {
  const { pathname, search, hash } = globalThis.location;
  const query = new URLSearchParams(search);
  const status = query.get("status");
  if (status !== "success" && status !== "error") return null;
  const code = query.get("code") ?? "unexpected";
  query.delete("status");
  query.delete("code");
  const rest = query.size > 0 ? `?${query}` : "";
  globalThis.history.replaceState(null, "", pathname + rest + hash);
  return status === "success" ? { signedIn: true } : { signedIn: false, code };
}

/** The token that this browser's session cookie stands for. */
export async function customToken(): Promise<string> {
  const who = await body(api.POST("/auth/session", { body: {} }));
  if (!who.customToken) throw new TypeError("a session without a custom token");
  return who.customToken;
}

/** On a device where nobody chose a language the app speaks the one of the profile, once there is one to speak of. */
export async function takeLanguageAlong(user: User): Promise<void> {
  if (languageIsChosen()) return;
  try {
    const headers = { Authorization: `Bearer ${await user.getIdToken()}` };
    const profile = await body(api.GET("/api/profile", { headers }));
    const language = LANGUAGES.find((each) => each === profile.language);
    if (profile.birthYear !== null && language) adoptLanguage(language);
  } catch {
    // The app speaks the device's language; signing in does not fail for that.
  }
}
