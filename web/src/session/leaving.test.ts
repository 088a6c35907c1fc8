import { expect, it, vi } from "vitest";
import { tellWindows, whenLeftElsewhere } from "./leaving";

it("tells every other window, and not its own, of who leaves", async () => {
  const [here, there] = [vi.fn(), vi.fn()];
  const other = new BroadcastChannel("left");
  other.addEventListener("message", ({ data }: MessageEvent<string>) => void there(data));
  whenLeftElsewhere(here);
  tellWindows("u1");
  await vi.waitFor(() => expect(there).toHaveBeenCalledExactlyOnceWith("u1"));
  other.postMessage("u2");
  await vi.waitFor(() => expect(here).toHaveBeenCalledExactlyOnceWith("u2"));
  other.close();
});
