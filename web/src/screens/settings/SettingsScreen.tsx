import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { ScreenSkeleton } from "@/ui/Skeleton";
import { Screen } from "@/ui/Screen";

export default function SettingsScreen() {
  return (
    <Screen title={useWords(common).settings}>
      <ScreenSkeleton />
    </Screen>
  );
}
