import { useQuery } from "@tanstack/react-query";
import { profileQuery } from "@/api/queries";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Loaded } from "@/ui/Loaded";
import { Screen } from "@/ui/Screen";
import { ProfileForm } from "./ProfileForm";
import { profileWords } from "./words";

export default function ProfileScreen() {
  const words = useWords(profileWords);
  const profile = useQuery(profileQuery);
  return (
    <Screen title={useWords(common).profile} intro={<p>{words.intro}</p>}>
      <Loaded query={profile}>{({ profile: told, etag }) => <ProfileForm profile={told} etag={etag} />}</Loaded>
    </Screen>
  );
}
