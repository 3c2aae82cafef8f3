import { LOCALES } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";

// Tests read texts of both languages from their first line on.
await Promise.all(LOCALES.map(loadMessages));
