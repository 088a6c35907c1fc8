// The whole journey of one person through the web app, told as JSON in the file REPORT.
// APP: where the app is. OWN: origins it may ask, by commas. BROWSER: the program. SHOTS: a folder for pictures.
import { writeFileSync } from "node:fs";
import { SMALL, Visitor } from "./visitor.mjs";

const { APP, OWN, BROWSER, SHOTS, REPORT } = process.env;
const PHONE = "9000000004"; // Meenakshi's
const SHOWN = ["home", "chat", "insights", "what-if", "transactions-phone", "home-dark-phone"]; // in the README
const steps = [];
let worth; // the net worth as home shows it
const weights = {}; // gzipped bytes of program, by screen

async function step(name, act) {
  const began = Date.now();
  try {
    await act();
    steps.push({ name, ok: true, ms: Date.now() - began });
  } catch (error) {
    steps.push({ name, ok: false, ms: Date.now() - began, error: error.message });
    throw error;
  }
}

const visitor = await Visitor.at({ app: APP, browser: BROWSER, shots: SHOTS, own: OWN.split(",") });
const { page, context } = visitor;

async function signIn() {
  weights.welcome = await visitor.weigh(async () => {
    await page.goto(APP);
    await visitor.button("Continue with Google").waitFor();
  });
  await visitor.look("welcome");
  await visitor.button("Continue with Google").click();
  await visitor.link(/Meenakshi/).click();
  await page.getByRole("navigation").first().waitFor();
  await visitor.look("first-home");
}

async function agree() {
  await visitor.link("Connect Fi").click();
  await page.getByLabel("Birth year").fill("1985");
  await visitor.button("Continue").click();
  await visitor.button(/Tick all/).click();
  await visitor.look("consent");
  await visitor.button(/I agree/).click();
  await visitor.button("Begin the login").waitFor();
}

async function logInAtFi() {
  await visitor.button("Begin the login").click();
  const link = visitor.link(/Open Fi/);
  await link.waitFor();
  const [fi] = await Promise.all([context.waitForEvent("page"), link.click()]);
  await fi.locator(`input[value="${PHONE}"]`).first().check();
  await fi.getByRole("button", { name: "Log in" }).first().click();
  await fi.getByText("You are logged in").waitFor();
  await fi.close();
  await visitor.button(/logged in/).click();
}

async function fetchParts() {
  await visitor.link("See my picture").waitFor();
  await visitor.look("fetched");
  await visitor.link("See my picture").click();
}

async function home() {
  weights.home = await visitor.weigh(async () => {
    await page.goto(APP);
    await visitor.heading("Net worth").waitFor();
  });
  worth = (await page.getByRole("region", { name: "Net worth", exact: true }).innerText()).match(/₹[\d,]+/)[0];
  await page.getByRole("region", { name: "Worth knowing" }).locator('a[href^="/insights/"]').nth(2).waitFor(); // they come by themselves
  await visitor.look("home");
}

/** As a thumb does it: the places that the bar has no room for are behind the menu. */
async function menu() {
  const size = page.viewportSize();
  await page.setViewportSize(SMALL);
  await visitor.button("Menu").click();
  const places = page.getByRole("dialog");
  await places.getByRole("link", { name: "Profile" }).waitFor();
  await visitor.lookOnPhone("menu");
  await places.getByRole("link", { name: "Profile" }).click();
  await visitor.heading("Profile").waitFor();
  await places.waitFor({ state: "hidden" });
  await page.setViewportSize(size);
}

async function read(path, name) {
  await visitor.open(path);
  await visitor.look(name);
}

async function insights() {
  await visitor.open("/insights");
  const first = page.getByRole("main").getByRole("link").filter({ has: page.getByRole("heading") }).first();
  const one = (await first.count()) > 0 ? first : page.locator('main a[href^="/insights/"]').first();
  await one.waitFor();
  await visitor.look("insights");
  const title = await one.innerText();
  await one.click();
  await visitor.button("Not for me").click();
  await visitor.button("Undo").waitFor();
  await visitor.look("insight");
  await visitor.link("All insights").click();
  await bringBack(title);
}

/** What was put away is not in the list, lies below it, and comes back from there. */
async function bringBack(title) {
  const away = page.getByRole("group").filter({ hasText: "Put away or asleep" });
  await away.locator("summary").click();
  await away.getByRole("link", { name: title }).waitFor();
  if ((await page.getByRole("link", { name: title }).count()) !== 1) throw new Error("what was put away is listed");
  await visitor.look("put-away");
  await away.getByRole("button", { name: `Bring back “${title}”` }).click();
  await away.getByText("Nothing is put away.").waitFor();
  await page.locator('main li[data-severity]').getByRole("link", { name: title }).waitFor();
}

async function ask() {
  await visitor.open("/chat");
  await page.getByLabel("Your question").fill("What is my net worth?");
  await visitor.button("Send").click();
  await page.getByText("every figure checked").first().waitFor();
  await visitor.look("chat");
  await page.getByText("Figures behind this").first().click();
  await visitor.button(/^Net worth/).click();
  const figure = page.getByRole("dialog");
  await figure.getByRole("heading").first().waitFor();
  await visitor.look("figure");
  await page.keyboard.press("Escape");
  await figure.waitFor({ state: "hidden" });
}

/** A budget that is spent, an error, a network that is gone: each is told, and the question stays in its box. */
async function refused() {
  const question = "How much do I owe?";
  const troubles = [
    [{ status: 429, code: "quota_spent" }, "today's limit"],
    [{ status: 500, code: "unexpected" }, "name this: journey-1"],
    [{}, "The network did not answer"],
  ];
  await visitor.open("/chat");
  for (const [trouble, told] of troubles) {
    await visitor.inTrouble("**/chat", trouble, async () => {
      await page.getByLabel("Your question").fill(question);
      await visitor.button("Send").click();
      await page.getByRole("alert").getByText(told).waitFor();
    });
    const left = await page.getByLabel("Your question").inputValue();
    if (left !== question) throw new Error(`of the question is left: ${left}`);
    if (trouble.status === 429) await visitor.look("chat-refused");
  }
}

async function whatIf() {
  await visitor.open("/simulate");
  await page.getByLabel("What if…").fill("What if I pay 10,000 more a month on my home loan?");
  await visitor.button("Work it out").click();
  await visitor.heading("What comes of it").waitFor();
  await visitor.look("what-if");
}

async function takeAlong() {
  await visitor.open("/privacy");
  await visitor.look("privacy");
  await visitor.button("Make the export").click();
  const made = visitor.button(/^Download:/);
  await made.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), made.click()]);
  if (!download.suggestedFilename().endsWith(".zip")) throw new Error(`not a zip: ${download.suggestedFilename()}`);
  if (await download.failure()) throw new Error(await download.failure());
}

async function inHindi() {
  await visitor.open("/settings");
  await visitor.look("settings");
  await page.getByText("हिन्दी").first().click();
  await visitor.heading("सेटिंग").waitFor();
  await visitor.open("/");
  await visitor.heading("नेट वर्थ").waitFor();
  await page.getByRole("region", { name: "नेट वर्थ", exact: true }).getByText(worth).first().waitFor(); // the same figure
  await visitor.look("home-hindi");
}

async function inTheDark() {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await visitor.open("/");
  await visitor.look("home-dark");
}

async function offline() {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await visitor.goOffline(true);
  await page.reload();
  await page.getByText(worth).first().waitFor();
  await page.getByText(/ऑफ़लाइन|ऑफलाइन/).first().waitFor();
  await visitor.look("offline");
  await visitor.goOffline(false);
}

/** In the browser: all of both storages and of every IndexedDB, as one text. */
async function everythingKept() {
  const all = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      all.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return all.join();
}

async function signOut() {
  const before = await page.evaluate(everythingKept);
  if (!before.includes("amountMinor")) throw new Error("nothing was kept for reading offline");

  await visitor.open("/settings");
  await page.getByRole("button", { name: "साइन आउट" }).first().click();
  await visitor.button(/Google/).waitFor();
  const left = await page.evaluate(everythingKept);
  if (/₹|netWorth|amountMinor|Meenakshi/i.test(left)) throw new Error("figures or a name are left in the browser");
}

/** The sign-in is made old by the browser's clock: who holds a phone that lies open has to sign in once more. */
async function erase() {
  await visitor.button(/Google/).click();
  await visitor.link(/Meenakshi/).click();
  await page.getByRole("navigation").first().waitFor();
  await context.clock.setSystemTime(Date.now() + 10 * 60_000);
  await visitor.open("/privacy");
  await visitor.button("मेरा खाता मिटाएँ").click();
  await visitor.button("फिर साइन इन करें").waitFor();
  await context.clock.setSystemTime(Date.now());
  await visitor.button("फिर साइन इन करें").click(); // Google is told who it is
  await page.getByRole("checkbox", { name: /वापस नहीं हो सकता/ }).check(); // asked still, where it was left
  await visitor.button("अभी सब कुछ मिटाएँ").click();
  await visitor.heading("आपका खाता मिट गया").waitFor();
  await page.getByText("आपका कुछ नहीं बचा था।").first().waitFor();
  await visitor.look("erased");
}

try {
  await step("sign in", signIn);
  await step("agree", agree);
  await step("log in at Fi", logInAtFi);
  await step("fetch", fetchParts);
  await step("home", home);
  await step("menu", menu);
  for (const [path, name] of [["/assets", "assets"], ["/liabilities", "liabilities"], ["/transactions", "transactions"], ["/profile", "profile"]]) {
    await step(name, () => read(path, name));
  }
  await step("insights", insights);
  await step("ask", ask);
  await step("refused", refused);
  await step("what if", whatIf);
  await step("take along", takeAlong);
  await step("Hindi", inHindi);
  await step("dark", inTheDark);
  await step("offline", offline);
  await step("sign out", signOut);
  await step("erase", erase);
  await visitor.shrink(SHOWN);
} catch {
  await page.screenshot({ path: `${SHOTS}/failed.png` }).catch(() => undefined);
} finally {
  const { barriers, complaints, strangers, sideways } = visitor;
  writeFileSync(REPORT, JSON.stringify({ steps, weights, barriers, complaints, strangers, sideways }, null, 2));
  await visitor.leave();
}
