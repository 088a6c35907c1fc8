import { MutationObserver, onlineManager } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { queryClient } from "./queryCache";

afterEach(() => onlineManager.setOnline(true));

it("lets nothing that is done offline wait for the network and happen later, unseen", async () => {
  onlineManager.setOnline(false);
  const erase = new MutationObserver(queryClient(), { mutationFn: () => Promise.reject(new TypeError("no network")) });
  await expect(erase.mutate()).rejects.toThrow("no network");
});
