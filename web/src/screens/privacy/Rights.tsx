import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { profileQuery } from "@/api/queries";
import { useWords } from "@/i18n/words";
import { contactHref } from "@/session/contact";
import { useSignedIn } from "@/session/session";
import { ButtonLink } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { Disputes } from "./Disputes";
import { privacyWords } from "./words";
import styles from "./privacy.module.css";

/** Where on the page it stands. */
const RIGHTS = "rights";

/** What is wrong, who may act for one, and where to complain. */
export function Rights() {
  const words = useWords(privacyWords);
  const { config } = useSignedIn();
  const query = useQuery(profileQuery);
  const there = query.data !== undefined;
  useEffect(() => {
    if (there && globalThis.location.hash === `#${RIGHTS}`) document.getElementById(RIGHTS)?.scrollIntoView();
  }, [there]);
  return (
    <Card id={RIGHTS} title={words.rights}>
      <Loaded query={query}>
        {({ profile }) => (
          <>
            <Disputes disputes={profile.disputes} />
            <p>
              {words.correctOwn} {profile.nominee ? words.nominee(profile.nominee.name) : words.noNominee}
            </p>
            <p>
              <ButtonLink kind="second" to="/profile">
                {words.toProfile}
              </ButtonLink>
            </p>
          </>
        )}
      </Loaded>
      <p className={styles.soft}>
        {words.grievance} <a href={contactHref(config.grievanceContact)}>{config.grievanceContact}</a>
      </p>
      <p className={styles.soft}>{words.board}</p>
    </Card>
  );
}
