import type { ProfileDraft } from "@/profile/profileDraft";

/** What a section of the form needs. */
export interface SectionProps {
  draft: ProfileDraft;
  change: (part: Partial<ProfileDraft>) => void;
  problem: (path: string) => string | undefined;
}
