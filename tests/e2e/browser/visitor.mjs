// A person at a browser: what they see, and what goes wrong behind it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const ALONE = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PATIENCE_MS = 90_000;
export const SMALL = { width: 360, height: 740 };
const DRAWN_MS = 10_000;

/** In the browser: a PNG as a WebP, both in base64. */
async function recode(png) {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d", { alpha: false }).drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.9 })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

export class Visitor {
  /** `own` are the origins that the app may ask: its own and the emulators'. */
  static async at({ app, browser, shots, own }) {
    const program = await chromium.launch({ executablePath: browser, args: [...QUIET, ...ALONE] });
    const context = await program.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-IN", reducedMotion: "reduce" });
    const visitor = new Visitor(app, shots, program, context);
    visitor.page = await context.newPage();
    visitor.page.setDefaultTimeout(PATIENCE_MS);
    visitor.#listen(own);
    return visitor;
  }

  constructor(app, shots, program, context) {
    this.app = app;
    this.shots = shots;
    this.program = program;
    this.context = context;
    this.barriers = []; // what axe finds
    this.complaints = []; // errors in the console, also of the Content-Security-Policy
    this.strangers = []; // requests to anybody else
    this.sideways = []; // screens that scroll sideways on a phone
    this.offline = false;
    this.troubled = false; // by a refusal that the journey has asked for
  }

  #listen(own) {
    this.page.on("pageerror", (error) => this.complaints.push(error.message));
    this.page.on("console", (message) => {
      if (message.type() === "error" && !this.offline && !this.troubled) this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    this.context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && !own.includes(origin)) this.strangers.push(origin);
    });
  }

  button(name) {
    return this.page.getByRole("button", { name }).first();
  }

  link(name) {
    return this.page.getByRole("link", { name }).first();
  }

  heading(name) {
    return this.page.getByRole("heading", { name }).first();
  }

  /** Opens a screen by its address and waits until it is there. */
  async open(path) {
    await this.page.goto(this.app + path);
    await this.page.getByRole("heading", { level: 1 }).waitFor();
    await this.#settled();
  }

  /** Looks at a screen as it is: for barriers, in light and in dark, for its picture, and on a phone. */
  async look(name) {
    await this.#settled();
    await this.#barriers(name);
    await this.page.screenshot({ path: join(this.shots, `${name}.png`) });
    await this.#inOtherColours(() => this.#barriers(`${name} in other colours`));
    const size = this.page.viewportSize();
    await this.page.setViewportSize(SMALL);
    await this.lookOnPhone(name);
    await this.page.setViewportSize(size);
  }

  /** Looks at a screen as a phone shows it; it has that size already. */
  async lookOnPhone(name) {
    await this.#settled();
    const fits = () => document.documentElement.scrollWidth <= window.innerWidth; // once charts are drawn anew
    await this.page.waitForFunction(fits, undefined, { timeout: DRAWN_MS }).catch(() => this.sideways.push(name));
    await this.#barriers(`${name} on a phone`);
    await this.page.screenshot({ path: join(this.shots, `${name}-phone.png`) });
  }

  /** As when the device turns dark in the evening while the app is open, or light in the morning. */
  async #inOtherColours(act) {
    const dark = await this.page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    await this.page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await this.#settled();
    await act();
    await this.page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  }

  /** Until nothing is awaited any more and what moves has come to rest. */
  async #settled() {
    if (!this.offline) await this.page.waitForLoadState("networkidle");
    await this.page.waitForFunction(() => !document.querySelector("[aria-busy=true]") && document.getAnimations().every((one) => one.playState !== "running"));
  }

  async #barriers(name) {
    if (!(await this.page.evaluate("'axe' in window"))) await this.page.evaluate(AXE);
    const found = await this.page.evaluate(async (rules) => {
      const { violations } = await window.axe.run(document, { runOnly: rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    }, RULES);
    this.barriers.push(...found.map((one) => `${name}: ${one}`));
  }

  /** Gzipped bytes of the program that the page asks for while `act` runs. */
  async weigh(act) {
    const sizes = [];
    const weighed = (response) => {
      if (response.request().resourceType() === "script") sizes.push(response.body().then((body) => gzipSync(body).length));
    };
    this.page.on("response", weighed);
    await act();
    this.page.off("response", weighed);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }

  /** While `act` runs, what is sent to `address` is refused with `status` and `code`; without a status it gets no answer. */
  async inTrouble(address, { status, code }, act) {
    const error = { code, message: "Refused by the journey.", requestId: "journey-1" };
    const refusal = { status, headers: { "access-control-allow-origin": this.app }, json: { error } };
    const refuse = (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      return status ? route.fulfill(refusal) : route.abort();
    };
    this.troubled = true;
    await this.page.route(address, refuse);
    await act();
    await this.page.unroute(address, refuse);
    this.troubled = false;
  }

  async goOffline(offline) {
    this.offline = offline;
    await this.context.setOffline(offline);
  }

  /** Pictures again as WebP, half as large, for who shows them. */
  async shrink(names) {
    const page = await this.program.newPage();
    for (const name of names) {
      const png = readFileSync(join(this.shots, `${name}.png`)).toString("base64");
      const webp = await page.evaluate(recode, png);
      writeFileSync(join(this.shots, `${name}.webp`), Buffer.from(webp, "base64"));
    }
    await page.close();
  }

  async leave() {
    await this.program.close();
  }
}
