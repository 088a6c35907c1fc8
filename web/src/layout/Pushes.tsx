import { useEffect } from "react";
import { useLanguage } from "@/i18n/words";
import { tellWorker } from "@/push/language";
import { pushState, renew } from "@/push/push";
import { useSignedIn } from "@/session/session";

/** Keeps pushes coming, in the language of the app, where the person has turned them on. */
export function Pushes() {
  const { config, person } = useSignedIn();
  const language = useLanguage();
  const on = pushState(config, person.uid) === "on";
  useEffect(() => {
    if (on) renew(person.uid).catch(() => undefined); // offline: the next start tries again
  }, [on, person.uid]);
  useEffect(() => {
    tellWorker(language).catch(() => undefined); // storage is forbidden: pushes are shown in English
  }, [language]);
  return null;
}
