import { PassThrough } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { requestLanguage } from "../server/request.server";
import { translator } from "./messages/server.server";
import { NonceContext } from "./ui/nonce";

const RENDER_MILLISECONDS_MAX = 5_000;

/** Renders a page on the server: to people as soon as the shell is there, to robots when all is. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const i18n = translator(requestLanguage(request, context.viewer));
  const whole = isbot(request.headers.get("user-agent")) || remix.isSpaMode;
  return new Promise((resolve, reject) => {
    let answered = false;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [whole ? "onAllReady" : "onShellReady"]: answer,
        onShellError: reject,
        onError: (error: unknown) => {
          if (answered) context.services.log.error({ err: error }, "rendering failed after the shell");
        },
      },
    );
    setTimeout(() => stream.abort(), RENDER_MILLISECONDS_MAX).unref();
  });
}

/** Errors of loaders and actions go to the structured log; a request that went away is no error. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (!request.signal.aborted) context.services.log.error({ err: error }, "request failed");
}
