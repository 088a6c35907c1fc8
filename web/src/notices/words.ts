import { dictionary } from "@/i18n/words";

export const noticeWords = dictionary(
  {
    gotIt: "Got it",
    title: "What you were told",
    none: "Nothing in the last 90 days.",
  },
  {
    gotIt: "ठीक है",
    title: "आपको जो बताया गया",
    none: "पिछले 90 दिनों में कुछ नहीं।",
  },
);
