// Lets Lighthouse judge screens of a running stack, mobile, as a demo person who is signed in. See scripts/lighthouse.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const SCREENS = ["/", "/assets", "/liabilities", "/transactions", "/insights", "/chat", "/simulate", "/privacy", "/profile", "/settings"];
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const TIMES = 3;
const [, , app = "http://127.0.0.1:5000", person = "Meenakshi", ...asked] = process.argv;

const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.BROWSER ?? "/usr/bin/chromium",
  args: [...QUIET, "--remote-debugging-port=0"],
});
try {
  await signIn(await browser.newPage());
  const port = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0];
  for (const path of asked.length > 0 ? asked : SCREENS) {
    const runs = [];
    while (runs.length < TIMES) runs.push(await judge(app + path, port));
    const scores = CATEGORIES.map((category) => median(runs.map((run) => run.scores[category])));
    console.log(path.padEnd(14), scores.join(", ").padEnd(14), `load ${runs.map(({ load }) => load.toFixed(1)).join(" ")}`);
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

async function signIn(page) {
  await page.goto(app);
  await page.getByRole("button", { name: /Google/ }).first().click();
  await page.getByRole("link", { name: person }).click();
  await page.getByRole("navigation").first().waitFor();
  await page.goto("about:blank"); // nothing of it runs beside what is judged
}

/** In a process of its own, while this one answers the browser. */
async function judge(url, port) {
  const load = loadavg()[0];
  const told = ["--yes", "lighthouse@12.8.2", url, `--port=${port}`, "--disable-storage-reset", `--only-categories=${CATEGORIES}`];
  const { stdout } = await promisify(execFile)("npx", [...told, "--quiet", "--output=json", "--output-path=stdout"], {
    maxBuffer: 2 ** 26,
  });
  const { categories } = JSON.parse(stdout);
  return { load, scores: Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(categories[id].score * 100)])) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
