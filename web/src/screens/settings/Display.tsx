import { LANGUAGES, type Language } from "@/i18n/language";
import { useWords } from "@/i18n/words";
import { prefer, TEXT_SIZES, THEMES, usePreferences } from "@/preferences/preferences";
import { useSaveProfile } from "@/profile/profile";
import { Card } from "@/ui/Card";
import { Choice } from "@/ui/Choice";
import { settingsWords } from "./words";
import styles from "./settings.module.css";

const NAMES: Record<Language, string> = { en: "English", hi: "हिन्दी" };

/** How this device shows the app. The language also goes into the profile: the server writes in it. */
export function Display() {
  const words = useWords(settingsWords);
  const { language, theme, textSize } = usePreferences();
  const save = useSaveProfile();
  return (
    <Card title={words.display}>
      <Choice
        label={language === "hi" ? "भाषा" : "Language"}
        labelShown
        value={language}
        options={LANGUAGES.map((each) => ({ value: each, label: NAMES[each], lang: each }))}
        onChange={(chosen) => {
          prefer({ language: chosen });
          save.mutate({ change: (told) => ({ ...told, language: chosen }) });
        }}
      />
      <p className={styles.soft}>{words.languageText}</p>
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
