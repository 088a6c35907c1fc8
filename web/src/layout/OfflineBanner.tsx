import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Notice } from "@/ui/Notice";
import { useOnline } from "@/ui/useOnline";

/** Says that what is seen may be old. */
export function OfflineBanner() {
  const words = useWords(common);
  return <div role="status">{useOnline() ? null : <Notice tone="warn">{words.offline}</Notice>}</div>;
}
