import { readFileSync } from "node:fs";
import { beforeEach, expect, it, vi } from "vitest";

type Handler = (event: unknown) => void;

const source = readFileSync("public/push.js", "utf8");
const handlers = new Map<string, Handler>();
const showNotification = vi.fn();
const openWindow = vi.fn();
const [focus, navigate] = [vi.fn(), vi.fn()];
let windows: { url: string; focus: () => void; navigate: (to: string) => void }[] = [];
let language: string | undefined;

beforeEach(() => {
  vi.resetAllMocks();
  [windows, language] = [[], undefined];
  const worker = {
    addEventListener: (name: string, handler: Handler) => void handlers.set(name, handler),
    registration: { showNotification },
    clients: { matchAll: () => Promise.resolve(windows), openWindow },
    location: { origin: "https://app.example" },
  };
  const match = () => Promise.resolve(language === undefined ? undefined : new Response(language));
  new Function("self", "caches", source)(worker, { open: () => Promise.resolve({ match }) });
});

async function happens(name: string, event: object): Promise<void> {
  let done: Promise<unknown> = Promise.resolve();
  handlers.get(name)?.({ ...event, waitUntil: (work: Promise<unknown>) => (done = work) });
  await done;
}

const pushed = {
  notification: { title: "Future Finance", body: "Ready.", tag: "n1" },
  data: { en: "Ready.", hi: "तैयार है।" },
  fcmOptions: { link: "https://app.example/privacy" },
};

it("shows a push in the language of the app, once for each notice", async () => {
  language = "hi";
  await happens("push", { data: { json: () => pushed } });
  expect(showNotification).toHaveBeenCalledExactlyOnceWith(
    "Future Finance",
    expect.objectContaining({ body: "तैयार है।", lang: "hi-IN", tag: "n1" }),
  );
});

it("shows it in English where no language was chosen yet", async () => {
  await happens("push", { data: { json: () => pushed } });
  expect(showNotification).toHaveBeenCalledWith("Future Finance", expect.objectContaining({ body: "Ready." }));
});

const pressed = (link?: string) => ({ notification: { close: vi.fn(), data: { link } } });

it.each([
  ["where it is", "https://app.example/privacy", []],
  ["from another screen", "https://app.example/chat", [["https://app.example/privacy"]]],
])("shows what it is about in the window that is open, %s", async (_, url, ways) => {
  windows = [{ url, focus, navigate }];
  await happens("notificationclick", pressed("https://app.example/privacy"));
  expect(navigate.mock.calls).toEqual(ways);
  expect(focus).toHaveBeenCalledOnce();
  expect(openWindow).not.toHaveBeenCalled();
});

it("opens a window of its own where the open one cannot be led", async () => {
  windows = [{ url: "https://app.example/", focus, navigate }];
  navigate.mockRejectedValue(new TypeError("not controlled"));
  await happens("notificationclick", pressed("https://app.example/privacy"));
  expect(openWindow).toHaveBeenCalledExactlyOnceWith("https://app.example/privacy");
  expect(focus).not.toHaveBeenCalled();
});

it.each([
  ["https://app.example/privacy", "https://app.example/privacy"],
  ["https://elsewhere.example/", "https://app.example"],
  [undefined, "https://app.example/"],
])("opens of %s only what is ours: %s", async (link, opened) => {
  await happens("notificationclick", pressed(link));
  expect(openWindow).toHaveBeenCalledExactlyOnceWith(opened);
});
