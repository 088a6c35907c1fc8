import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { asProblem } from "@/api/problem";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { contactHref } from "@/session/contact";
import { useSignedIn } from "@/session/session";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Screen } from "@/ui/Screen";
import { Connections } from "./Connections";
import { Display } from "./Display";
import { Install } from "./Install";
import { Notifications } from "./Notifications";
import { Told } from "./Told";
import { settingsWords } from "./words";
import styles from "./settings.module.css";

export default function SettingsScreen() {
  const words = useWords(settingsWords);
  const { config } = useSignedIn();
  const { api, commit } = config.versions;
  return (
    <Screen title={useWords(common).settings}>
      <div className={styles.page}>
        <Display />
        <Install />
        <Notifications />
        <Told />
        <Connections />
        <Account />
        <Card title={words.about}>
          <p>
            {words.grievance} <a href={contactHref(config.grievanceContact)}>{config.grievanceContact}</a>
          </p>
          <p className={styles.soft}>{words.version([api, commit].filter((part) => part !== "unknown").join(", "))}</p>
        </Card>
      </div>
    </Screen>
  );
}

function Account() {
  const words = useWords(settingsWords);
  const { person, signOut } = useSignedIn();
  const leave = useMutation({ mutationFn: signOut });
  return (
    <Card title={words.account}>
      <p>{words.signedInAs(person.email ?? person.name ?? person.uid)}</p>
      <p className={styles.soft}>{words.signOutText}</p>
      {leave.isError && <ProblemNotice problem={asProblem(leave.error)} />}
      <div className={styles.actions}>
        <Button kind="second" busy={leave.isPending} onClick={() => leave.mutate(false)}>
          {words.signOut}
        </Button>
        <Button kind="plain" busy={leave.isPending} onClick={() => leave.mutate(true)}>
          {words.signOutEverywhere}
        </Button>
      </div>
      <p>
        <Link to="/privacy" className="alone">{words.erase}</Link>
      </p>
    </Card>
  );
}
