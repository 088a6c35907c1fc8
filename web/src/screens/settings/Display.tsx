import { asProblem } from "@/api/problem";
import type { Language } from "@/i18n/language";
import { useWords } from "@/i18n/words";
import { prefer, TEXT_SIZES, THEMES, usePreferences } from "@/preferences/preferences";
import { useSaveProfile } from "@/profile/profile";
import { Card } from "@/ui/Card";
import { Choice } from "@/ui/Choice";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { settingsWords } from "./words";
import styles from "./settings.module.css";

/** How this device shows the app. The language also goes into the profile: the server writes in it. */
export function Display() {
  const words = useWords(settingsWords);
  const { language: spoken, theme, textSize } = usePreferences();
  const save = useSaveProfile();
  const write = (language: Language) => save.mutate({ change: (told) => ({ ...told, language }) });
  return (
    <Card title={words.display}>
      <LanguageSwitch labelShown onChosen={write} />
      {save.isError ? <ProblemNotice problem={asProblem(save.error)} retry={() => write(spoken)} /> : <p className={styles.soft}>{words.languageText}</p>}
      <Choice
        label={words.theme}
        labelShown
        value={theme}
        options={THEMES.map((each) => ({ value: each, label: words[each] }))}
        onChange={(chosen) => prefer({ theme: chosen })}
      />
      <Choice
        label={words.textSize}
        labelShown
        value={textSize}
        options={TEXT_SIZES.map((each) => ({ value: each, label: words[each] }))}
        onChange={(chosen) => prefer({ textSize: chosen })}
      />
    </Card>
  );
}
