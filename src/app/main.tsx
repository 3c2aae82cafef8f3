import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { loadExploreData } from "@/datasets";
import type { Locale } from "@/i18n/locale";
import { createViewStore } from "@/state/store";
import { knownOf } from "@/views/explore/known";
import { App } from "./App";
import { applyTheme } from "./theme";
import { allowOwnScripts } from "./trustedTypes";

allowOwnScripts();
void start();
