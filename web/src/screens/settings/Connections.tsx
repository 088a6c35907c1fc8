import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { asProblem } from "@/api/problem";
import { connectionsQuery } from "@/api/queries";
import type { Connection } from "@/api/types";
import { LinkState } from "@/connections/LinkState";
import { LoginLink } from "@/connections/LoginLink";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Button, ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Dialog } from "@/ui/Dialog";
import { Loaded } from "@/ui/Loaded";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { settingsWords } from "./words";
import styles from "./settings.module.css";

/** The links to providers: the way to log in again at each, and to end it, with what came by it or without. */
export function Connections() {
  const words = useWords(settingsWords);
  const shared = useWords(common);
  const query = useQuery(connectionsQuery);
  const [leaving, setLeaving] = useState<Connection | null>(null);
  return (
    <Card title={words.connections}>
      <Loaded query={query}>
        {({ connections }) => {
          const linked = connections.filter(({ status }) => status !== "revoked");
          return linked.length === 0 ? (
            <p>
              {words.noConnections} <ButtonLink kind="plain" to="/connect">{shared.connect}</ButtonLink>
            </p>
          ) : (
            <ul className={styles.list}>
              {linked.map((link) => (
                <li key={link.id} className={styles.between}>
                  <div>
                    <strong>{link.providerName}</strong>
                    <p className={styles.soft}>
                      <LinkState {...link} />
                    </p>
                  </div>
                  <div className={styles.actions}>
                    {link.status !== "active" && <LoginLink {...link} />}
                    <Button kind="second" onClick={() => setLeaving(link)}>
                      {words.disconnect}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Dialog title={words.disconnectTitle} open={leaving !== null} onClose={() => setLeaving(null)}>
        {leaving && <Disconnect connectionId={leaving.id} onDone={() => setLeaving(null)} />}
      </Dialog>
    </Card>
  );
}

function Disconnect({ connectionId, onDone }: { connectionId: string; onDone: () => void }) {
  const words = useWords(settingsWords);
  const shared = useWords(common);
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (data: "true" | "false") =>
      api.DELETE("/api/connections/{connectionId}", { params: { path: { connectionId }, query: { data } } }),
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries();
    },
  });
  return (
    <>
      <p>{words.disconnectText}</p>
      {end.isError && <ProblemNotice problem={asProblem(end.error)} />}
      <div className={styles.actions}>
        <Button kind="second" busy={end.isPending} onClick={() => end.mutate("false")}>
          {words.keepData}
        </Button>
        <Button kind="danger" busy={end.isPending} onClick={() => end.mutate("true")}>
          {words.dropData}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {shared.cancel}
        </Button>
      </div>
    </>
  );
}
