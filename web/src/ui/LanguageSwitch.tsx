import { LANGUAGES, type Language } from "@/i18n/language";
import { prefer, usePreferences } from "@/preferences/preferences";
import { Choice } from "./Choice";

const NAMES: Record<Language, string> = { en: "English", hi: "हिन्दी" };

/** Each language by its own name. */
export function LanguageSwitch({ labelShown = false }: { labelShown?: boolean }) {
  const { language } = usePreferences();
  return (
    <Choice
      label={language === "hi" ? "भाषा" : "Language"}
      labelShown={labelShown}
      value={language}
      options={LANGUAGES.map((each) => ({ value: each, label: NAMES[each], lang: each }))}
      onChange={(chosen) => prefer({ language: chosen })}
    />
  );
}
