import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PHRASES, type PhraseName } from "../../messages/phrases";
import { Button } from "../../ui/button";

/** Languages that records are written in. */
const LANGUAGES = ["fi", "sv"] as const;

/** Customary sentences: a press puts one where the caret is. */
export function PhraseBank({ onPhrase }: { onPhrase: (words: string) => void }) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>(i18n.language === "sv" ? "sv" : "fi");
  const names = Object.keys(PHRASES[language]) as PhraseName[];
  return (
    <details className="phrase-bank">
      <summary>{t("meetings.handling.phrases")}</summary>
      <div className="phrase-bank__languages">
        {LANGUAGES.map((one) => (
          <label key={one} className="phrase-bank__language">
            <input
              type="radio"
              name="phrase-language"
              checked={language === one}
              onChange={() => setLanguage(one)}
            />
            <span>{t(`meetings.handling.phraseLanguage.${one}`)}</span>
          </label>
        ))}
      </div>
      <ul lang={language}>
        {names.map((name) => (
          <li key={name}>
            <Button className="phrase-bank__phrase" onClick={() => onPhrase(PHRASES[language][name])}>
              {PHRASES[language][name]}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
