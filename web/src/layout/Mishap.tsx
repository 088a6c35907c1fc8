import { Component, type ReactNode } from "react";
import { common } from "@/i18n/common";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Screen } from "@/ui/Screen";

interface MishapProps {
  at: string;
  told: ReactNode;
  children: ReactNode;
}

interface MishapState {
  at: string;
  failed: boolean;
}

/** Where what is inside cannot be fetched or shown, it tells so instead of an empty page; elsewhere is tried anew. */
export class Mishap extends Component<MishapProps, MishapState> {
  override state: MishapState = { at: this.props.at, failed: false };

  static getDerivedStateFromError(): Partial<MishapState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ at }: MishapProps, state: MishapState): MishapState | null {
    return at === state.at ? null : { at, failed: false };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.told : this.props.children;
  }
}

/** Stands for a screen: a newer version may have replaced its files, or the network went while they came. */
export function BrokenScreen() {
  const words = useWords(common);
  return (
    <Screen title={words.brokenTitle}>
      <Broken />
    </Screen>
  );
}

export function Broken() {
  const words = useWords(common);
  return (
    <div role="alert">
      <Notice tone="bad" actions={<Button onClick={() => globalThis.location.reload()}>{words.updateNow}</Button>}>
        {words.brokenText}
      </Notice>
    </div>
  );
}
