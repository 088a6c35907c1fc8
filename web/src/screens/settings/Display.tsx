import { useWords } from "@/i18n/words";
import { prefer, TEXT_SIZES, THEMES, usePreferences } from "@/preferences/preferences";
import { Card } from "@/ui/Card";
import { Choice } from "@/ui/Choice";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { settingsWords } from "./words";
import styles from "./settings.module.css";

/** How this device shows the app. The language also goes into the profile (LanguageAlong): the server writes in it. */
export function Display() {
  const words = useWords(settingsWords);
  const { theme, textSize } = usePreferences();
  return (
    <Card title={words.display}>
      <LanguageSwitch labelShown />
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
