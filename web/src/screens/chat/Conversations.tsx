import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { NavLink } from "react-router";
import { asProblem } from "@/api/problem";
import { moment } from "@/format/date";
import { common } from "@/i18n/common";
import { useLanguage, useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { Loaded } from "@/ui/Loaded";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { conversationsQuery, useDeleteConversation, type Conversation } from "./conversations";
import { chatWords } from "./words";
import styles from "./chat.module.css";

interface ConversationsProps {
  onOpen?: () => void;
  onDeleted: (conversationId: string) => void;
}

/** Earlier conversations, the one last spoken in first. */
export function Conversations({ onOpen, onDeleted }: ConversationsProps) {
  const words = useWords(chatWords);
  const shared = useWords(common);
  const language = useLanguage();
  const query = useInfiniteQuery(conversationsQuery);
  const [leaving, setLeaving] = useState<Conversation | null>(null);
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const found = pages.flatMap(({ conversations }) => conversations);
          return found.length === 0 ? (
            <p className={styles.soft}>{words.noneEarlier}</p>
          ) : (
            <ul className={styles.conversations}>
              {found.map((conversation) => (
                <li key={conversation.id}>
                  <NavLink to={`/chat/${conversation.id}`} className={styles.conversation ?? ""} {...(onOpen && { onClick: onOpen })}>
                    <span>{conversation.title}</span>
                    <small>{moment(conversation.updatedAt, language)}</small>
                  </NavLink>
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={words.removeOne(conversation.title)}
                    onClick={() => setLeaving(conversation)}
                  >
                    <Icon name="close" size={18} />
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.isFetchNextPageError && <ProblemNotice problem={asProblem(query.error)} />}
      {query.hasNextPage && (
        <Button kind="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shared.more}
        </Button>
      )}
      <Dialog title={words.removeTitle} open={leaving !== null} onClose={() => setLeaving(null)}>
        {leaving && (
          <Deletion
            conversation={leaving}
            onClose={() => setLeaving(null)}
            onDeleted={() => {
              setLeaving(null);
              onDeleted(leaving.id);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

interface DeletionProps {
  conversation: Conversation;
  onClose: () => void;
  onDeleted: () => void;
}

function Deletion({ conversation, onClose, onDeleted }: DeletionProps) {
  const words = useWords(chatWords);
  const shared = useWords(common);
  const remove = useDeleteConversation();
  return (
    <>
      <p>
        <strong>{conversation.title}</strong>
      </p>
      <p>{words.removeText}</p>
      {remove.isError && <ProblemNotice problem={asProblem(remove.error)} />}
      <div className={styles.actions}>
        <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate(conversation.id, { onSuccess: onDeleted })}>
          {words.remove}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {shared.cancel}
        </Button>
      </div>
    </>
  );
}
