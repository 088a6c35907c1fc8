import { dictionary } from "@/i18n/words";

export const connectionWords = dictionary(
  {
    lastSync: (when: string) => `Refreshed ${when}`,
    neverSynced: "Not fetched yet",
    active: "connected",
    needs_login: "needs a login",
    pending_login: "login not finished",
    revoked: "disconnected",
    finishLogin: "Finish it",
  },
  {
    lastSync: (when: string) => `${when} को ताज़ा हुआ`,
    neverSynced: "अभी नहीं लाया गया",
    active: "जुड़ा है",
    needs_login: "लॉगिन चाहिए",
    pending_login: "लॉगिन अधूरा है",
    revoked: "हटाया गया",
    finishLogin: "पूरा करें",
  },
);
