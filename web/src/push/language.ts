import type { Language } from "@/i18n/language";

/** Leave the language where the service worker can read it (public/push.js): it sees no localStorage. */
export async function tellWorker(language: Language): Promise<void> {
  if (!("caches" in globalThis)) return;
  const cache = await caches.open("preferences");
  await cache.put("/language", new Response(language));
}
