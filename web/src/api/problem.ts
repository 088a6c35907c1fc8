/** What went wrong with a call: `code` is stable, the API's own or one of ours for the network. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly requestId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = "Problem";
  }

  /** Whether the same call may work in a moment. */
  get passing(): boolean {
    return this.code === "network" || this.code === "too_many_requests" || [500, 502, 503, 504].includes(this.status);
  }
}

/** A value that the API refused; `path` as in the body that was sent, `limit` the one that it passes. */
export interface FieldProblem {
  path: string;
  problem: string;
  limit: string | null;
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError || isTimeout(error)) return new Problem("network", 0, "The network did not answer.");
  return new Problem("unexpected", 0, error instanceof Error ? error.message : "Something unexpected happened.");
}

/** No answer came in time, or not all of it. */
function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === "TimeoutError";
}

/** The problem that an answer tells of; one that is not the API's own JSON counts as unavailable. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const error = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  const retryAfter = Number(response.headers.get("retry-after"));
  return new Problem(
    text(error["code"]) ?? "unavailable",
    response.status,
    text(error["message"]) ?? "The service does not answer.",
    text(error["requestId"]),
    retryAfter > 0 ? retryAfter : null,
    fieldsOf(error["details"]),
  );
}

function fieldsOf(details: unknown): FieldProblem[] {
  const fields = isRecord(details) ? details["fields"] : null;
  if (!Array.isArray(fields)) return [];
  return fields.filter(isRecord).map((field) => ({
    path: text(field["path"]) ?? "",
    problem: text(field["problem"]) ?? "",
    limit: text(field["limit"]),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
