import { useEffect, useEffectEvent } from "react";
import { languageIsTold, useUntoldLanguage } from "@/preferences/preferences";
import { useSaveProfile } from "@/profile/profile";
import { useOnline } from "@/ui/useOnline";

/** Takes the language that was chosen on this device into the profile: at once, or when the app is next opened or online. */
export function LanguageAlong() {
  const untold = useUntoldLanguage();
  const online = useOnline();
  const save = useSaveProfile();
  const tell = useEffectEvent(() => {
    if (untold && online) save.mutate({ change: (told) => ({ ...told, language: untold }) }, { onSuccess: () => languageIsTold(untold) });
  });
  useEffect(() => tell(), [untold, online]);
  return null;
}
