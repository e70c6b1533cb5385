import "../../styles/session.css";
import { Form, Link, useLocation } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "../../domain/languages";
import { paths } from "../../paths";
import { useClosing } from "../../ui/use-closing";
import { useLanguage } from "../../ui/use-language";

interface Props {
  viewer: { name: string; demoSeat: string | null } | null;
  demo: boolean;
  theme: "system" | "light" | "dark";
}

/** A language is called by its own name in every language. */
const LANGUAGE_NAMES: Record<Language, string> = { fi: "Suomi", sv: "Svenska", en: "English" };

/** Who I am and what I may choose anywhere: seat, sessions, language, theme, sign-out. Works without JavaScript. */
export function PersonMenu({ viewer, demo, theme }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu, here);

  return (
    <details className="person-menu" ref={menu}>
      <summary className="button person-menu__summary">
        {viewer && (
          <span className="avatar person-menu__mark" aria-hidden="true">
            {viewer.name.slice(0, 2)}
          </span>
        )}
        <span className={viewer ? "person-menu__name" : undefined}>
          {viewer ? viewer.name : t("session.menu.choices")}
        </span>
        <svg viewBox="0 0 12 8" width="11" height="8" aria-hidden="true">
          <path d="M1 1.500l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </summary>
      <div className="person-menu__panel">
        {viewer ? (
          <ul>
            <li>
              <Link className="menu-item" to={paths.home()}>
                {t("session.menu.home")}
              </Link>
            </li>
            {demo && (
              <li>
                <Link className="menu-item" to={paths.outbox()}>
                  {t("notifications.outbox.title")}
                </Link>
              </li>
            )}
            {demo && (
              <li>
                <Link className="menu-item" to={`${paths.demo()}?to=${encodeURIComponent(here)}`}>
                  {t("session.menu.changeSeat")}
                </Link>
              </li>
            )}
            <li>
              <Link className="menu-item" to={paths.account()}>
                {t("account.menu")}
              </Link>
            </li>
            <li>
              <Link className="menu-item" to={paths.sessions()}>
                {t("session.menu.sessions")}
              </Link>
            </li>
          </ul>
        ) : (
          <Link className="menu-item" to={demo ? paths.demo() : paths.signIn()}>
            {demo ? t("session.menu.takeSeat") : t("session.menu.signIn")}
          </Link>
        )}
        <hr className="menu-separator" />
        {/* The whole document is asked again: the words of a page are loaded with it. */}
        <Form method="post" action={paths.language()} reloadDocument>
          <fieldset className="person-menu__choices">
            <legend className="menu-heading">{t("session.menu.language")}</legend>
            <input type="hidden" name="to" value={here} />
            {LANGUAGES.map((name) => (
              <button
                key={name}
                type="submit"
                name="language"
                value={name}
                lang={name}
                className="choice"
                aria-pressed={name === language}
              >
                {LANGUAGE_NAMES[name]}
              </button>
            ))}
          </fieldset>
        </Form>
        <Form method="post" action={paths.theme()} preventScrollReset>
          <fieldset className="person-menu__choices">
            <legend className="menu-heading">{t("session.menu.theme")}</legend>
            <input type="hidden" name="to" value={here} />
            {(["system", "light", "dark"] as const).map((name) => (
              <button
                key={name}
                type="submit"
                name="theme"
                value={name}
                className="choice"
                aria-pressed={name === theme}
              >
                {t(`session.menu.themes.${name}`)}
              </button>
            ))}
          </fieldset>
        </Form>
        {viewer && (
          <>
            <hr className="menu-separator" />
            <Form method="post" action={paths.signOut()} reloadDocument>
              <button type="submit" className="menu-item person-menu__sign-out">
                {t("session.menu.signOut")}
              </button>
            </Form>
          </>
        )}
      </div>
    </details>
  );
}
