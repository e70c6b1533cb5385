import { RemixBrowser } from "@remix-run/react";
import { createInstance } from "i18next";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { waitForOwnData } from "./collab/own-data";
import type { Language } from "./domain/languages";
import { I18N_OPTIONS } from "./messages/options";
import type { Messages } from "./messages/types";

// A browser loads the words of its page's language only.
const WORDS: Record<Language, () => Promise<{ default: Messages }>> = {
  fi: () => import("./messages/fi"),
  sv: () => import("./messages/sv"),
  en: () => import("./messages/en"),
};

async function hydrate() {
  const language = document.documentElement.lang as Language;
  const words = await WORDS[language]();
  const i18n = createInstance();
  await i18n
    .use(initReactI18next)
    .init({ ...I18N_OPTIONS, lng: language, resources: { [language]: { translation: words.default } } });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

waitForOwnData();
void hydrate();
