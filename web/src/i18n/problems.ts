import type { Problem } from "@/api/problem";
import type { Language } from "./language";

type Told = Readonly<Record<Language, string>>;

const NETWORK: Told = {
  en: "The network did not answer. Check your connection and try again; nothing you typed is lost.",
  hi: "नेटवर्क से जवाब नहीं मिला। इंटरनेट देखें और फिर कोशिश करें; आपका लिखा कुछ नहीं खोया।",
};

/** What happened and what to do, by the code of the API. */
const BY_CODE: Readonly<Record<string, Told>> = {
  network: NETWORK,
  unavailable: {
    en: "A service we need does not answer. Please try again in a minute.",
    hi: "एक ज़रूरी सेवा जवाब नहीं दे रही। एक मिनट बाद फिर कोशिश करें।",
  },
  not_signed_in: { en: "Please sign in.", hi: "कृपया साइन इन करें।" },
  session_expired: {
    en: "Your session has ended. Please sign in again.",
    hi: "आपका सत्र समाप्त हो गया। कृपया फिर साइन इन करें।",
  },
  session_revoked: {
    en: "You were signed out. Please sign in again.",
    hi: "आपको साइन आउट कर दिया गया। कृपया फिर साइन इन करें।",
  },
  oauth_state_refused: {
    en: "This sign-in was started elsewhere or was already used. Please sign in again.",
    hi: "यह साइन इन कहीं और शुरू हुआ था या पहले ही काम में आ चुका है। कृपया फिर साइन इन करें।",
  },
  google_refused: {
    en: "Google did not confirm the sign-in, or you cancelled it. Please try again.",
    hi: "Google ने साइन इन की पुष्टि नहीं की, या आपने रद्द किया। कृपया फिर कोशिश करें।",
  },
  forbidden: { en: "You may not do this.", hi: "आप यह नहीं कर सकते।" },
  recent_sign_in_required: {
    en: "For this, please sign in again first.",
    hi: "इसके लिए पहले फिर से साइन इन करें।",
  },
  consent_missing: {
    en: "This needs your consent. You can give it under Privacy.",
    hi: "इसके लिए आपकी सहमति चाहिए। आप उसे निजता में दे सकते हैं।",
  },
  birth_year_needed: {
    en: "Tell us your birth year first: this service is for adults.",
    hi: "पहले अपना जन्म वर्ष बताएँ: यह सेवा वयस्कों के लिए है।",
  },
  adults_only: {
    en: "This service is for adults. Come back when you are 18.",
    hi: "यह सेवा वयस्कों के लिए है। 18 वर्ष के होने पर आइए।",
  },
  notice_changed: {
    en: "The consent text has changed meanwhile. Read the new one and decide again.",
    hi: "सहमति का पाठ इस बीच बदल गया। नया पढ़कर फिर तय करें।",
  },
  not_found: { en: "This is not there any more.", hi: "यह अब यहाँ नहीं है।" },
  conflict: {
    en: "This was changed meanwhile, perhaps in another window. Look at it again.",
    hi: "यह इस बीच बदल गया, शायद किसी और विंडो में। फिर से देखें।",
  },
  connection_changed: {
    en: "This connection was changed meanwhile. Look at it again.",
    hi: "यह कनेक्शन इस बीच बदल गया। फिर से देखें।",
  },
  other_person: {
    en: "These are not the accounts that this connection had, so nothing was changed. Log in at Fi with the phone number you used before. To use these accounts instead, first disconnect in Settings and delete what came by the connection.",
    hi: "ये वे खाते नहीं हैं जो इस कनेक्शन में थे, इसलिए कुछ नहीं बदला। Fi पर उसी फ़ोन नंबर से लॉगिन करें जिससे पहले किया था। यही खाते चाहिए तो पहले सेटिंग में कनेक्शन हटाएँ और उससे आया सब मिटाएँ।",
  },
  login_pending: {
    en: "Fi has not seen your login yet. Finish it in the Fi tab, then try again.",
    hi: "Fi पर आपका लॉगिन अभी पूरा नहीं हुआ। Fi के टैब में पूरा करें, फिर कोशिश करें।",
  },
  login_required: {
    en: "Your Fi login has ended; Fi keeps it for about 30 minutes. Log in again to refresh your data.",
    hi: "आपका Fi लॉगिन समाप्त हो गया; Fi उसे लगभग 30 मिनट रखता है। डेटा ताज़ा करने के लिए फिर लॉगिन करें।",
  },
  login_refused: {
    en: "Fi did not accept that phone number. Check it and log in again.",
    hi: "Fi ने वह फ़ोन नंबर स्वीकार नहीं किया। जाँचकर फिर लॉगिन करें।",
  },
  source_unavailable: {
    en: "Fi does not answer right now. Nothing you have was changed; try again in a few minutes.",
    hi: "Fi अभी जवाब नहीं दे रहा। आपका कुछ नहीं बदला; कुछ मिनट बाद फिर कोशिश करें।",
  },
  source_answer_refused: {
    en: "Fi answered in a way we do not understand. Nothing you have was changed; try again later.",
    hi: "Fi का जवाब हमारी समझ में नहीं आया। आपका कुछ नहीं बदला; बाद में फिर कोशिश करें।",
  },
  invalid_input: {
    en: "Some of the values are not valid. They are marked.",
    hi: "कुछ मान सही नहीं हैं। उन पर निशान है।",
  },
  too_many_requests: { en: "Too many requests. Please wait a little.", hi: "बहुत सारे अनुरोध। कृपया थोड़ा रुकें।" },
  quota_spent: {
    en: "You have reached today's limit. It starts afresh tomorrow.",
    hi: "आज की सीमा पूरी हो गई। कल फिर शुरू होगी।",
  },
  busy: {
    en: "Another update of your data is running. Try again when it is done.",
    hi: "आपके डेटा का एक और अपडेट चल रहा है। उसके बाद फिर कोशिश करें।",
  },
  connection_gone: {
    en: "This connection was removed meanwhile.",
    hi: "यह कनेक्शन इस बीच हटा दिया गया।",
  },
  identity_unchecked: {
    en: "Fi did not say whose accounts these are. Nothing you have was changed; please try again.",
    hi: "Fi ने नहीं बताया कि ये खाते किसके हैं। आपका कुछ नहीं बदला; कृपया फिर कोशिश करें।",
  },
  login_url_refused: {
    en: "Fi sent a login address that we do not trust, so we did not pass it on. Please try again later.",
    hi: "Fi ने लॉगिन का ऐसा पता भेजा जिस पर हमें भरोसा नहीं, इसलिए उसे आगे नहीं दिया। कृपया बाद में कोशिश करें।",
  },
  seal_broken: {
    en: "A sealed value could not be opened. Connect again to replace it.",
    hi: "एक सीलबंद मान नहीं खुल सका। उसे बदलने के लिए फिर से जोड़ें।",
  },
  not_understood: {
    en: "I could not make a scenario of that. Choose one of the kinds, or say it in other words.",
    hi: "मैं इससे कोई स्थिति नहीं बना सका। कोई एक प्रकार चुनें, या दूसरे शब्दों में कहें।",
  },
  body_too_large: { en: "This is too long. Please shorten it.", hi: "यह बहुत लंबा है। कृपया छोटा करें।" },
  deadline_exceeded: { en: "This took too long. Please try again.", hi: "इसमें बहुत देर लगी। कृपया फिर कोशिश करें।" },
  vault_unavailable: {
    en: "Your sealed data cannot be opened right now. Please try again in a minute.",
    hi: "आपका सीलबंद डेटा अभी नहीं खुल सकता। एक मिनट बाद फिर कोशिश करें।",
  },
  model_unavailable: {
    en: "The assistant does not answer right now. Your figures are all still here.",
    hi: "सहायक अभी जवाब नहीं दे रहा। आपके आँकड़े सब यहीं हैं।",
  },
  model_blocked: {
    en: "The assistant would not answer that. Try to ask it in another way.",
    hi: "सहायक ने इसका जवाब नहीं दिया। दूसरे शब्दों में पूछकर देखें।",
  },
  turns_in_flight: {
    en: "Two of your questions are still being answered. Wait for one of them.",
    hi: "आपके दो सवालों के जवाब अभी बन रहे हैं। एक के पूरा होने तक रुकें।",
  },
  ai_stopped: {
    en: "The assistant rests until tomorrow. Your figures are all still here.",
    hi: "सहायक कल तक विश्राम पर है। आपके आँकड़े सब यहीं हैं।",
  },
};

const UNEXPECTED: Told = {
  en: "Something went wrong on our side. Please try again.",
  hi: "हमारी ओर से कुछ गड़बड़ हुई। कृपया फिर कोशिश करें।",
};

/** A sentence that says what to do, in the person's language; in English the API's own where we have none. */
export function problemText(problem: Problem, language: Language): string {
  const known = BY_CODE[problem.code];
  if (known) return known[language];
  return language === "en" && problem.status > 0 ? problem.message : UNEXPECTED[language];
}

/** The sentence for a bare code, as a job or a sign-in ends with; `otherwise` where we have none. */
export function codeText(code: string, language: Language, otherwise: string = UNEXPECTED[language]): string {
  return BY_CODE[code]?.[language] ?? otherwise;
}
