import { dictionary } from "@/i18n/words";

export const erasedWords = dictionary(
  {
    running: "Your account is being erased",
    runningText: "You are signed out. Nothing more is needed of you; this page shows when it is done.",
    erased: "Your account is erased",
    erasedText: "We looked through everything once more when it was done.",
    nothingLeft: "Nothing of yours was left.",
    left: (n: string) => (n === "1" ? "1 record was still there and is being erased now." : `${n} records were still there and are being erased now.`),
    receipt: "Receipt",
    keep: "Keep the address of this page: it names nobody, and it is the only way to see this receipt again.",
    asked: (when: string) => `Asked for ${when}`,
    finished: (when: string) => `finished ${when}`,
    what: "What was erased",
    copies: (recovery: string, backups: string) =>
      `Copies of our own database are gone by ${recovery}, backups by ${backups}. Your key is destroyed: what was sealed cannot be read any more.`,
    logs: "Logs hold no name, token, amount or bank line, and end with their period.",
    toStart: "To the start page",
  },
  {
    running: "आपका खाता मिटाया जा रहा है",
    runningText: "आप साइन आउट हैं। आपको और कुछ नहीं करना; पूरा होने पर यह पन्ना बताएगा।",
    erased: "आपका खाता मिट गया",
    erasedText: "पूरा होने पर हमने सब कुछ एक बार फिर देखा।",
    nothingLeft: "आपका कुछ नहीं बचा था।",
    left: (n: string) => (n === "1" ? "1 दस्तावेज़ बचा था और अब मिटाया जा रहा है।" : `${n} दस्तावेज़ बचे थे और अब मिटाए जा रहे हैं।`),
    receipt: "रसीद",
    keep: "इस पन्ने का पता रख लें: इसमें किसी का नाम नहीं, और रसीद फिर देखने का यही एक रास्ता है।",
    asked: (when: string) => `${when} को कहा गया`,
    finished: (when: string) => `${when} को पूरा हुआ`,
    what: "क्या मिटा",
    copies: (recovery: string, backups: string) =>
      `हमारे डेटाबेस की प्रतियाँ ${recovery} तक और बैकअप ${backups} तक चले जाते हैं। आपकी कुंजी नष्ट हो गई: सीलबंद चीज़ें अब नहीं पढ़ी जा सकतीं।`,
    logs: "लॉग में न नाम है, न टोकन, न रकम, न बैंक की पंक्ति; वे अपनी अवधि पर खत्म होते हैं।",
    toStart: "शुरुआती पन्ने पर",
  },
);
