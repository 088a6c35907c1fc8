import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { moment } from "@/format/date";
import { useLanguage, useTold, useWords } from "@/i18n/words";
import { noticesQuery, unseen, useSeen } from "@/notices/notices";
import { noticeWords } from "@/notices/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Loaded } from "@/ui/Loaded";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOnline } from "@/ui/useOnline";
import styles from "./settings.module.css";

/** Every notice that is kept, also those that were seen. */
export function Told() {
  const words = useWords(noticeWords);
  const language = useLanguage();
  const told = useTold();
  const online = useOnline();
  const query = useQuery(noticesQuery);
  const seen = useSeen();
  return (
    <Card title={words.title}>
      {seen.isError && <ProblemNotice problem={asProblem(seen.error)} />}
      <Loaded query={query}>
        {({ notices }) =>
          notices.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul className={styles.list}>
              {notices.map((notice) => (
                <li key={notice.id} className={styles.between}>
                  <div>
                    <p>{told(notice.text)}</p>
                    <p className={styles.soft}>{moment(notice.at, language)}</p>
                  </div>
                  {unseen([notice]).length > 0 && (
                    <Button kind="plain" busy={seen.isPending} disabled={!online} onClick={() => seen.mutate(notice.id)}>
                      {words.gotIt}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
