import { useEffect, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { asProblem } from "@/api/problem";
import { useDraft } from "@/drafts/useDraft";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { useSignedIn } from "@/session/session";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Loaded } from "@/ui/Loaded";
import { Notice } from "@/ui/Notice";
import { Screen } from "@/ui/Screen";
import { Beginning } from "./Beginning";
import { Composer } from "./Composer";
import { Conversations } from "./Conversations";
import { append, conversationQuery } from "./conversations";
import { Refusal } from "./Refusal";
import { Thread } from "./Thread";
import { useTurn } from "./useTurn";
import { chatWords } from "./words";
import styles from "./chat.module.css";

/** Questions to one's own money, with the earlier conversations beside them. */
export default function ChatScreen() {
  const words = useWords(chatWords);
  const navigate = useNavigate();
  const { conversationId = null } = useParams();
  const [listed, setListed] = useState(false);

  const onDeleted = (id: string) => id === conversationId && navigate("/chat");
  return (
    <Screen
      title={useWords(common).chat}
      intro={<p>{words.intro}</p>}
      actions={
        <>
          {conversationId !== null && (
            <Button kind="second" onClick={() => void navigate("/chat")}>
              {words.fresh}
            </Button>
          )}
          <span className={styles.narrow}>
            <Button kind="second" onClick={() => setListed(true)}>
              {words.earlier}
            </Button>
          </span>
        </>
      }
    >
      <div className={styles.page}>
        <Conversing conversationId={conversationId} />
        <aside className={styles.aside} aria-label={words.earlier}>
          <h2>{words.earlier}</h2>
          <Conversations onDeleted={onDeleted} />
        </aside>
      </div>
      <Dialog title={words.earlier} open={listed} onClose={() => setListed(false)}>
        <Conversations onOpen={() => setListed(false)} onDeleted={onDeleted} />
      </Dialog>
    </Screen>
  );
}

/** One conversation, or the beginning of one: it gets its address with its first answer. */
function Conversing({ conversationId }: { conversationId: string | null }) {
  const words = useWords(chatWords);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { person } = useSignedIn();
  const { draft, keep, discard } = useDraft<string>(`chat:${person.uid}`);
  const query = useQuery({ ...conversationQuery(conversationId ?? ""), enabled: conversationId !== null });
  const { turn, problem, answering, run, stop, leave } = useTurn({
    onKept: (id, messages, tools) => {
      append(queries, id, messages, tools);
      if (id !== conversationId) void navigate(`/chat/${id}`, { replace: true, preventScrollReset: true });
    },
    onUnanswered: (question) => (draft ?? "").trim() === "" && keep(question),
  });
  useEffect(() => leave, [conversationId, leave]);

  function send(question: string) {
    if (draft?.trim() === question.trim()) discard();
    void run(question.trim(), conversationId);
  }

  const beginning = conversationId === null && turn === null;
  const refusal = problem && turn && <Refusal problem={problem} onRetry={() => send(turn.question)} />;
  const gone = query.isError && asProblem(query.error).code === "not_found";
  return (
    <div className={styles.conversing}>
      {conversationId === null ? (
        <>
          {beginning && <Beginning onAsk={send} />}
          <Thread conversationId={conversationId} messages={[]} turn={turn} answering={answering}>
            {refusal}
          </Thread>
        </>
      ) : gone ? (
        <Notice>{words.gone}</Notice>
      ) : (
        <Loaded query={query}>
          {({ messages }) => (
            <Thread conversationId={conversationId} messages={messages} turn={turn} answering={answering}>
              {refusal}
            </Thread>
          )}
        </Loaded>
      )}
      {!gone && <Composer text={draft ?? ""} answering={answering} onChange={keep} onSend={() => send(draft ?? "")} onStop={stop} />}
    </div>
  );
}
