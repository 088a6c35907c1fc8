import { afterEach, expect, it, vi } from "vitest";
import { loadConfig } from "./config";

const CONFIG = { versions: { api: "0.1.0", commit: "unknown" } };
const TOO_MANY = { error: { code: "too_many_requests", message: "Too many.", requestId: "1" } };
const answering = (status: number, body: unknown) => vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body, { status })));

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it.each([429, 500, 403])("opens as it last did where the deployment answers %s", async (status) => {
  answering(200, CONFIG);
  await loadConfig();
  answering(status, TOO_MANY);
  expect(await loadConfig()).toEqual(CONFIG);
});

it("tells what is wrong to whoever has never been here", async () => {
  answering(429, TOO_MANY);
  await expect(loadConfig()).rejects.toMatchObject({ code: "too_many_requests" });
});
