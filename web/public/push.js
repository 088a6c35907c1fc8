// Part of the service worker: shows pushes, in the person's language. Their words hold nothing of anyone's data.

self.addEventListener("push", (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openApp(event.notification.data?.link));
});

/** `message`: as Firebase Cloud Messaging sends it. */
async function show({ notification = {}, data = {}, fcmOptions = {} }) {
  const language = await shownLanguage();
  await self.registration.showNotification(notification.title ?? "Future Finance", {
    body: data[language] ?? notification.body,
    lang: `${language}-IN`,
    tag: notification.tag,
    icon: "/icon-192.png",
    data: { link: fcmOptions.link },
  });
}

/** As src/push/language.ts left it. */
async function shownLanguage() {
  const kept = await (await caches.open("preferences")).match("/language");
  return kept ? kept.text() : "en";
}

/** Shows what a push is about, in the window that is open, else in a new one; never a page of another site. */
async function openApp(link = "/") {
  const { origin } = self.location;
  const wanted = new URL(link, origin);
  const address = wanted.origin === origin ? wanted.href : origin;
  const [open] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open) return self.clients.openWindow(address);
  if (open.url === address) return open.focus();
  try {
    await open.navigate(address); // before the focus, which can be asked for once
  } catch {
    return self.clients.openWindow(address); // a window that another version of this worker looks after
  }
  return open.focus();
}
