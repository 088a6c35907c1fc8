import { useWords } from "@/i18n/words";
import { install, useInstallWay } from "@/install/install";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { settingsWords } from "./words";

/** The way onto the home screen, where this browser has one. */
export function Install() {
  const words = useWords(settingsWords);
  const way = useInstallWay();
  if (way === "no") return null;
  return (
    <Card title={words.install}>
      <p>{way === "press" ? words.installText : words.installByShare}</p>
      {way === "press" && (
        <p>
          <Button kind="second" onClick={() => void install()}>
            {words.installNow}
          </Button>
        </p>
      )}
    </Card>
  );
}
