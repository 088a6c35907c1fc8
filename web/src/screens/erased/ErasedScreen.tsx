import { useEffect, useState } from "react";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { api, body } from "@/api/client";
import type { Schema } from "@/api/types";
import { queryClient } from "@/cache/queryCache";
import { day, moment, today } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { Brand } from "@/layout/Brand";
import { DeletedCounts } from "@/screens/privacy/DeletedCounts";
import { ButtonLink } from "@/ui/Button";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { erasedWords } from "./words";
import styles from "./ErasedScreen.module.css";

const LOOK_EVERY_MS = 2000;

/** The receipt of an erased account, for whoever has its address: nobody can sign in to see it. */
export default function ErasedScreen() {
  const [client] = useState(queryClient);
  return (
    <QueryClientProvider client={client}>
      <main className={styles.page}>
        <header className={styles.head}>
          <Brand />
          <LanguageSwitch />
        </header>
        <Receipt />
      </main>
    </QueryClientProvider>
  );
}

function Receipt() {
  const words = useWords(erasedWords);
  const { receiptId = "" } = useParams();
  const query = useQuery({
    queryKey: ["erasure", receiptId],
    queryFn: ({ signal }) => body(api.GET("/api/erasures/{receiptId}", { params: { path: { receiptId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.status === "running" ? LOOK_EVERY_MS : false),
  });
  const done = query.data?.status === "erased";
  const title = done ? words.erased : words.running;
  useEffect(() => {
    document.title = `${title} · Future Finance`;
  }, [title]);
  return (
    <section className={styles.receipt}>
      <Loaded query={query}>
        {(erasure) => (
          <>
            <div role="status">
              <h1>{title}</h1>
              <p>{done ? words.erasedText : words.runningText}</p>
            </div>
            {done && <Proof erasure={erasure} />}
            <dl className={styles.rows}>
              <dt>{words.receipt}</dt>
              <dd className={styles.id}>{erasure.receiptId}</dd>
            </dl>
            <Notice>{words.keep}</Notice>
          </>
        )}
      </Loaded>
      <p>
        <ButtonLink kind="second" to="/">
          {words.toStart}
        </ButtonLink>
      </p>
    </section>
  );
}

function Proof({ erasure }: { erasure: Schema["ErasureView"] }) {
  const words = useWords(erasedWords);
  const language = useLanguage();
  const { requestedAt, finishedAt, copies, counts, left } = erasure;
  const on = (iso: string | null) => (iso === null ? "–" : day(today(new Date(iso)), language));
  return (
    <>
      <Notice tone={left === 0 ? "good" : "warn"}>{left === 0 ? words.nothingLeft : words.left(String(left))}</Notice>
      <p className={styles.soft}>
        {words.asked(moment(requestedAt, language))}
        {finishedAt && `, ${words.finished(moment(finishedAt, language))}`}
      </p>
      <h2>{words.what}</h2>
      <DeletedCounts counts={counts} />
      <p className={styles.soft}>
        {words.copies(on(copies.pointInTimeRecoveryUntil), on(copies.backupsUntil))} {words.logs}
      </p>
    </>
  );
}
