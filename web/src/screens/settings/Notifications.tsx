import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { pushState, turnOff, turnOn } from "@/push/push";
import { useSignedIn } from "@/session/session";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import { settingsWords } from "./words";

/** Whether this browser shows what the person is told; it asks for the permission only when pressed. */
export function Notifications() {
  const words = useWords(settingsWords);
  const online = useOnline();
  const { config, person } = useSignedIn();
  const now = () => pushState(config, person.uid);
  const [state, setState] = useState(now);
  const change = useMutation({
    mutationFn: async () => (state === "on" ? turnOff(person.uid) : void (await turnOn(person.uid))),
    onSettled: () => setState(now()),
  });
  return (
    <Card title={words.notifications}>
      <p>{words.notificationsText}</p>
      {state === "on" || state === "off" ? (
        <p>
          <Button kind="second" busy={change.isPending} disabled={!online} onClick={() => change.mutate()}>
            {state === "on" ? words.notificationsOff : words.notificationsOn}
          </Button>
        </p>
      ) : (
        <Notice>{words[`notifications_${state}`]}</Notice>
      )}
      {change.isError && <ProblemNotice problem={asProblem(change.error)} />}
    </Card>
  );
}
