/** What every route asks of a request: who it is, from which device, in which language and theme. */
import { type AppLoadContext, redirect } from "@remix-run/node";
import Bowser from "bowser";
import { parse as parseCookies } from "cookie";
import type { ParseKeys } from "i18next";
import Negotiator from "negotiator";
import { inLanguage, LANGUAGES, type Language, type Localized } from "../app/domain/languages";
import { translator } from "../app/messages/server.server";
import { paths } from "../app/paths";
import type { Viewer } from "./session.server";

/** "system" follows the reader's device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const DEVICE_CHARACTERS_MAX = 100;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Who is signed in. A GET without a session is sent to sign in (to the seats in demo mode) and comes back
 * to the same address afterwards; any other method answers 401.
 */
export function requireViewer({ request, context }: { request: Request; context: AppLoadContext }): Viewer {
  if (context.viewer) return context.viewer;
  if (request.method !== "GET" && request.method !== "HEAD")
    throw new Response("signed-out", { status: 401 });
  const url = new URL(request.url);
  throw redirect(signInPath(context, url.pathname + url.search));
}

/** Where a signed-out person goes first. */
export function signInPath(context: AppLoadContext, to?: string): string {
  const back = to && to !== paths.home() ? to : undefined;
  if (!context.services.config.demo) return paths.signIn(back);
  return back ? `${paths.demo()}?to=${encodeURIComponent(back)}` : paths.demo();
}

/** The reader's own choice (cookie), else the person's language, else the browser's, else Finnish. */
export function requestLanguage(request: Request, viewer: Viewer | null): Language {
  const known = (name: string | undefined) => LANGUAGES.find((l) => l === name);
  // A seat of the demo is many people's: each reads it as their own browser asks.
  const ownLanguage = viewer && !viewer.demoSeat ? viewer.language : undefined;
  return known(choiceOf(request, "language")) ?? ownLanguage ?? known(acceptedLanguage(request)) ?? "fi";
}

/** Of our languages the one the browser wants most; none when it says nothing. */
function acceptedLanguage(request: Request): string | undefined {
  const header = request.headers.get("Accept-Language");
  if (!header) return undefined;
  return new Negotiator({ headers: { "accept-language": header } }).language([...LANGUAGES]);
}

/** The reader's theme; the device's own unless chosen. */
export function requestTheme(request: Request): Theme {
  const chosen = choiceOf(request, "theme");
  return THEMES.find((t) => t === chosen) ?? "system";
}

/** Set-Cookie value that keeps a choice for a year. */
export function choiceCookie(name: "language" | "theme", value: Language | Theme, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${name}=${value}; ${attributes}`;
}

function choiceOf(request: Request, name: string): string | undefined {
  return parseCookies(request.headers.get("Cookie") ?? "")[name];
}

/** Browser and system in a few words, for the session list: "Firefox, Windows". Empty when unknown. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get("User-Agent");
  if (!agent) return "";
  const { browser, os } = Bowser.parse(agent);
  return [browser.name, os.name].filter(Boolean).join(", ").slice(0, DEVICE_CHARACTERS_MAX);
}

/** A page's title in its reader's language, for the browser's tab: meta() has no translator of its own. */
export function titleIn(language: Language, key: ParseKeys, subject?: Localized): string {
  const { t } = translator(language);
  return [t(key), subject && inLanguage(subject, language), t("common.product")].filter(Boolean).join(" · ");
}
