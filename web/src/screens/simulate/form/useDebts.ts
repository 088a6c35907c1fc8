import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { shortRupees } from "@/format/money";
import { oneOfClass } from "@/i18n/classes";
import { useLanguage } from "@/i18n/words";

/** The person's debts to choose from: each with its id, and a name that tells it from the others. */
export function useDebts(): readonly { id: string; name: string }[] {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["liabilities"],
    queryFn: ({ signal }) => body(api.GET("/api/financial/liabilities", { signal })),
  });
  return (data?.liabilities ?? []).flatMap((line) =>
    line.accounts.map(({ id, institution, value }) => ({
      id,
      name: [institution, oneOfClass(line.class, language), value ? shortRupees(value, language) : ""].filter(Boolean).join(" · "),
    })),
  );
}
