const windows = new BroadcastChannel("left");

/** Tell the other windows of this browser that a person has left. */
export function tellWindows(uid: string): void {
  windows.postMessage(uid);
}

/** Hear of who leaves in another window: what this one still knows of them must not be written again. */
export function whenLeftElsewhere(forget: (uid: string) => void): void {
  windows.addEventListener("message", ({ data: uid }: MessageEvent<string>) => forget(uid));
}
