import { api, body } from "@/api/client";

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
