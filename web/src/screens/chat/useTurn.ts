import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useSignedIn } from "@/session/session";
import { useLanguage } from "@/i18n/words";
import { ask } from "./ask";
import { begun, grown, stoppedMessages, type Message, type Turn } from "./turn";

interface Ended {
  onKept: (conversationId: string, messages: readonly Message[], tools: readonly string[]) => void;
  onUnanswered: (question: string) => void;
}

const LEFT = "left";

/** One question at a time: asked, followed as it is answered, stopped. A turn that failed stays until the next. */
export function useTurn(ended: Ended) {
  const { config } = useSignedIn();
  const language = useLanguage();
  const [turn, setTurn] = useState<Turn | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<AbortController | null>(null);
  const newest = useRef(ended);
  useEffect(() => void (newest.current = ended));

  async function run(question: string, conversationId: string | null) {
    const control = new AbortController();
    running.current?.abort();
    running.current = control;
    setProblem(null);
    let now = begun(question, conversationId);
    setTurn(now);
    try {
      const message = { message: question, language, ...(conversationId === null ? {} : { conversationId }) };
      for await (const event of ask(config.streamUrl ?? "/api/chat", message, control.signal)) {
        if (event.name === "done") newest.current.onKept(event.answer.conversationId, event.answer.messages, now.tools);
        else setTurn((now = grown(now, event)));
      }
      setTurn(null);
    } catch (error) {
      if (control.signal.aborted) end(now, control.signal.reason === LEFT);
      else {
        setProblem(asProblem(error));
        newest.current.onUnanswered(question);
      }
    } finally {
      if (running.current === control) running.current = null;
    }
  }

  /** What was shown is kept, by the API too; a question without any answer is the person's again. */
  function end(turnThen: Turn, left: boolean) {
    const messages = stoppedMessages(turnThen, new Date().toISOString());
    if (messages.length === 0 || turnThen.conversationId === null) newest.current.onUnanswered(turnThen.question);
    else if (!left) newest.current.onKept(turnThen.conversationId, messages, turnThen.tools);
    if (!left) setTurn(null);
  }

  const stop = useCallback(() => running.current?.abort(), []);
  /** For when something else is opened. */
  const leave = useCallback(() => {
    running.current?.abort(LEFT);
    setTurn(null);
    setProblem(null);
  }, []);
  return { turn, problem, answering: turn !== null && problem === null, run, stop, leave };
}
