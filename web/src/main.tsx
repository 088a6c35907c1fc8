import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/App";
import { watchForInstall } from "@/install/install";
import { applyPreferences } from "@/preferences/preferences";
import "@/styles/tokens.css";
import "@/styles/base.css";

applyPreferences();
watchForInstall();
const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the app");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
