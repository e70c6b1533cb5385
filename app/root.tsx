import fontAddress from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import "@fontsource-variable/source-sans-3/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/forms.css";
import "./styles/ui.css";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { unreadCount } from "../server/queries/unread-count.server";
import { requestLanguage, requestTheme } from "../server/request.server";
import { useShownPage } from "./collab/own-data";
import { ErrorPage } from "./features/session/error-page";
import { OldPage } from "./features/session/old-page";
import { SiteHeader } from "./features/session/site-header";
import { useNonce } from "./ui/nonce";
import { useLanguage } from "./ui/use-language";

export const links: LinksFunction = () => [
  // Asked for with the page and not after its styles, so that the words do not move when it comes.
  { rel: "preload", href: fontAddress, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/icon-180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction = () => [{ title: "Kumppanuuspöytä" }];

/** What every page needs: who is signed in, the theme, and whether this is a demo. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, services } = context;
  return json({
    viewer: viewer && { name: viewer.name, demoSeat: viewer.demoSeat },
    language: requestLanguage(request, viewer),
    theme: requestTheme(request),
    unread: viewer && (await unreadCount(services, viewer.personId)),
    demo: services.config.demo,
    origin: services.config.publicOrigin,
  });
}

export type RootData = ReturnType<typeof useRouteLoaderData<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  useShownPage();
  const language = useLanguage();
  const { t } = useTranslation();
  const nonce = useNonce();
  return (
    <html lang={language} data-theme={data?.theme ?? "system"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* React Aria asks here before it adds a style element. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        {/* Here and not in meta: a page's own meta would take its place. */}
        <meta property="og:site_name" content={t("common.product")} />
        <meta property="og:description" content={t("common.tagline")} />
        {data && <meta property="og:image" content={`${data.origin}/share.png`} />}
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip-link" href="#content">
          {t("common.skipToContent")}
        </a>
        <SiteHeader
          viewer={data?.viewer ?? null}
          unread={data?.unread ?? 0}
          demo={data?.demo ?? false}
          theme={data?.theme ?? "system"}
        />
        <OldPage />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage kind={status === 404 ? "notFound" : status === 403 ? "notAllowed" : "failure"} />;
}
