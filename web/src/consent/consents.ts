import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import type { Language } from "@/i18n/language";

export type Consents = Schema["ConsentsView"];
export type NewGrant = Schema["NewGrant"];

/** What everything else rests on: fetched, kept and shown. */
export const SYNC = "sync";
/** What nothing in the app depends on; it is never ticked for the person. */
export const ANALYTICS = "analytics";

export function granted({ status }: { status: string }): boolean {
  return status === "granted";
}

/** Whether any data may be fetched and kept. */
export function somethingAgreed({ consents }: Consents): boolean {
  return consents.some((consent) => consent.purpose === SYNC && granted(consent));
}

/** Whether this kind of data may be fetched and kept. */
export function mayBeKept({ consents }: Consents, scope: string): boolean {
  return consents.some((consent) => consent.scope === scope && consent.purpose === SYNC && granted(consent));
}

/** Whether any data may be used for a purpose: what may not be kept may not be used either. */
export function mayBeUsed(of: Consents, purpose: string): boolean {
  return of.consents.some((consent) => consent.purpose === purpose && granted(consent) && mayBeKept(of, consent.scope));
}

/** Every chosen kind of data for every chosen purpose. */
export function grantsOf(scopes: ReadonlySet<string>, purposes: ReadonlySet<string>): NewGrant[] {
  return [...scopes].flatMap((scope) => [...purposes].map((purpose) => ({ scope, purpose }) as NewGrant));
}

interface Agreement {
  grants: NewGrant[];
  noticeVersion: string;
  language: Language;
}

/** Agree; the receipt comes back. */
export function useAgree() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (agreement: Agreement) => body(api.POST("/api/consents", { body: agreement })),
    onSettled: () => queries.invalidateQueries(),
  });
}
