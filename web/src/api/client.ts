import createClient, { type Middleware } from "openapi-fetch";
import { patienceFor, within } from "./patience";
import { problemOf } from "./problem";
import { noAnswer } from "./reachable";
import type { paths } from "./schema";

type TokenSource = () => Promise<string | null>;

let tokenSource: TokenSource = () => Promise.resolve(null);
let whenEnded: () => void = () => undefined;

/** Where ID tokens come from, and what happens when the API says that the session has ended. */
export function actFor(source: TokenSource, ended: () => void): void {
  tokenSource = source;
  whenEnded = ended;
}

/** The header that signs a request in; none while nobody is. For what the client below cannot do: streams. */
export async function signedIn(): Promise<Record<string, string>> {
  const token = await tokenSource();
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Throws the Problem that an answer tells of. */
export async function refuseProblems(response: Response): Promise<void> {
  if (response.ok) return;
  const problem = await problemOf(response);
  if (problem.status === 401) whenEnded();
  throw problem;
}

const asThePerson: Middleware = {
  async onRequest({ request }) {
    for (const [name, value] of Object.entries(await signedIn())) request.headers.set(name, value);
    return request;
  },
  async onResponse({ response }) {
    await refuseProblems(response);
    return response;
  },
};

/** The API, typed by docs/openapi.json. Every call that fails throws: a Problem, or a TypeError for the network. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: "same-origin",
  fetch: async (request) => {
    try {
      return await within(patienceFor(request.method), request.signal, (signal) => globalThis.fetch(request, { signal }));
    } catch (error) {
      if (!request.signal.aborted) void noAnswer();
      throw error;
    }
  },
});
api.use(asThePerson);

/** The body of an answer that has one. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new TypeError("an answer without a body");
  return data;
}
