import { dictionary } from "@/i18n/words";

export const consentWords = dictionary(
  {
    what: "Which data?",
    whatFor: "For what?",
    whole: "The whole text, word for word",
    tickNeeded: "Tick all that the app needs",
    needed: "Nothing works without this one",
    agree: "I agree to what is ticked",
    chooseData: "Tick at least one kind of data, and “Fetch, keep and show”: without these there is nothing to show.",
    onlyTicked: "Only what you tick is used, for a year at most. You can change each of them later under Privacy.",
  },
  {
    what: "कौन-सा डेटा?",
    whatFor: "किस काम के लिए?",
    whole: "पूरा पाठ, शब्दशः",
    tickNeeded: "ऐप के लिए ज़रूरी सब चुनें",
    needed: "इसके बिना कुछ नहीं चलता",
    agree: "चुने हुए के लिए मैं हाँ कहता/कहती हूँ",
    chooseData: "कम से कम एक तरह का डेटा और “लाना, रखना और दिखाना” चुनें: इनके बिना दिखाने को कुछ नहीं।",
    onlyTicked: "सिर्फ़ वही काम में आता है जो आप चुनें, ज़्यादा से ज़्यादा एक साल। बाद में हर एक को निजता में बदल सकते हैं।",
  },
);
