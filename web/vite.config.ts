import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("src", import.meta.url));
// What was kept of an older API's answers is not shown. The same commit builds the same files.
const api = readFileSync(new URL("../docs/openapi.json", import.meta.url));
const apiVersion = createHash("sha256").update(api).digest("hex").slice(0, 16);

export default defineConfig({
  define: { __API_VERSION__: JSON.stringify(apiVersion) },
  resolve: { alias: { "@": source } },
  build: {
    target: "es2022",
    assetsDir: "static", // "assets" is a screen
    assetsInlineLimit: 0, // a data: address would need a wider Content-Security-Policy
  },
  plugins: [
    react(),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        name: "Future Finance",
        short_name: "Future Finance",
        description: "Your whole financial picture, checked to the rupee.",
        lang: "en-IN",
        display: "standalone",
        start_url: "/",
        background_color: "#f5f6f3",
        theme_color: "#0b6b5d",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any maskable" },
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
        ],
      },
      workbox: {
        // The program alone: a person's figures never enter a cache that outlives their sign-in.
        globPatterns: ["**/*.{html,js,css,svg,png}"],
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/^\/(api|auth|health|__)/],
        cleanupOutdatedCaches: true,
        importScripts: ["/push.js"],
      },
    }),
  ],
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
