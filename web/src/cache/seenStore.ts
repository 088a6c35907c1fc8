import type { PersistedClient, Persister } from "@tanstack/react-query-persist-client";
import { del, get, set } from "idb-keyval";

const WRITE_EVERY_MS = 400;

/** Where what was seen is kept: the browser's database, or what plays it in a test. */
export interface Shelf {
  get: (key: string) => Promise<PersistedClient | undefined>;
  set: (key: string, seen: PersistedClient) => Promise<void>;
  del: (key: string) => Promise<void>;
}

/** Keeps one person's answers, written now and then and when the page is left; once forgotten it writes no more. */
export class SeenStore implements Persister {
  #newest: PersistedClient | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #forgotten = false;

  constructor(
    private readonly key: string,
    private readonly shelf: Shelf = { get, set, del },
  ) {}

  persistClient = (seen: PersistedClient): void => {
    if (this.#forgotten) return;
    this.#newest = seen;
    this.#waiting ??= setTimeout(this.flush, WRITE_EVERY_MS);
  };

  restoreClient = (): Promise<PersistedClient | undefined> => this.shelf.get(this.key).catch(() => undefined);

  removeClient = (): Promise<void> => {
    this.#drop();
    return this.shelf.del(this.key);
  };

  flush = (): void => {
    const seen = this.#newest;
    this.#drop();
    if (seen) this.shelf.set(this.key, seen).catch(() => undefined); // no room: it is not kept
  };

  forget = (): Promise<void> => {
    this.#forgotten = true;
    return this.removeClient();
  };

  #drop(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#newest = undefined;
  }
}
