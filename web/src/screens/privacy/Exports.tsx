import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { moment } from "@/format/date";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Choice } from "@/ui/Choice";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { exportsQuery, useBegunExport, useDownload, useMakeExport, type NewExport, type ReadyExport } from "./exports";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

type Words = (typeof privacyWords)["en"];

const TYPES = ["full_export", "financial_data", "insights"] as const satisfies readonly NewExport["exportType"][];
const FORMATS = ["json", "csv", "xlsx"] as const satisfies readonly NewExport["format"][];

/** What is held of the person as a file: asked for, made, and there for a day. */
export function Exports() {
  const words = useWords(privacyWords);
  const [exportType, setType] = useState<NewExport["exportType"]>("full_export");
  const [format, setFormat] = useState<NewExport["format"]>("json");
  const make = useMakeExport();
  const begun = useBegunExport();
  const { job } = begun;
  const making = make.isPending || begun.making;
  return (
    <Card title={words.exportsTitle}>
      <p className={styles.soft}>{words.exportsText}</p>
      <Choice
        label={words.exportWhat}
        labelShown
        value={exportType}
        options={TYPES.map((value) => ({ value, label: typeName(value, words) }))}
        onChange={setType}
      />
      <Choice
        label={words.exportFormat}
        labelShown
        value={format}
        options={FORMATS.map((value) => ({ value, label: words[value] }))}
        onChange={setFormat}
      />
      <p className={styles.soft}>{format === "json" ? words.jsonNote : words.tableNote}</p>
      {make.isError && <ProblemNotice problem={asProblem(make.error)} />}
      <div role="status">
        {making && (
          <Notice>
            {words.making} {job.data && total(job.data.counts) > 0 && words.collected(String(total(job.data.counts)))}
          </Notice>
        )}
        {job.data?.status === "ready" && <Notice tone="good">{words.exportReady}</Notice>}
        {job.data?.status === "failed" && <Notice tone="warn">{words.exportFailed}</Notice>}
      </div>
      <p>
        <Button busy={making} onClick={() => make.mutate({ exportType, format }, { onSuccess: ({ jobId }) => begun.follow(jobId) })}>
          {words.makeExport}
        </Button>
      </p>
      <ReadyExports />
    </Card>
  );
}

function ReadyExports() {
  const words = useWords(privacyWords);
  const query = useQuery(exportsQuery);
  const download = useDownload();
  return (
    <Loaded query={query} waiting={null}>
      {({ exports }) =>
        exports.length === 0 ? null : (
          <div className={styles.ready}>
            <h3>{words.ready}</h3>
            {download.isError && <ProblemNotice problem={asProblem(download.error)} />}
            <ul className={styles.purposes}>
              {exports.map((each) => (
                <Ready key={each.jobId} made={each} busy={download.isPending} onDownload={() => download.mutate(each.jobId)} />
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}

function Ready({ made, busy, onDownload }: { made: ReadyExport; busy: boolean; onDownload: () => void }) {
  const words = useWords(privacyWords);
  const language = useLanguage();
  const what = `${typeName(made.exportType, words)}, ${made.format.toUpperCase()}`;
  const when = moment(made.madeAt, language);
  return (
    <li>
      <span>
        {what} · {when}
        <small>
          {words.records(String(made.documents))} · {size(made.bytes)} · {words.readyUntil(moment(made.expiresAt, language))}
        </small>
      </span>
      <Button kind="second" busy={busy} aria-label={words.downloadOf(what, when)} onClick={onDownload}>
        {words.download}
      </Button>
    </li>
  );
}

function typeName(type: string, words: Words): string {
  if (type === "insights") return words.insightsOnly;
  return type === "financial_data" ? words.financial_data : words.full_export;
}

/** Records so far: counts, never money. */
function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
