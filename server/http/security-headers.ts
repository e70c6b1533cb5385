/** Content-security policy with a nonce for every page, and the other headers that browsers keep us safe by. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Config } from "../config";

/** Features the product does not use, refused to everything on its pages. */
const PERMISSIONS = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"]
  .map((feature) => `${feature}=()`)
  .join(", ");

/** Headers of every answer. In development Vite's own scripts and style elements are let through. */
export function securityHeaders(
  config: Pick<Config, "publicOrigin" | "allowedOrigins">,
  development: boolean,
): RequestHandler[] {
  const https = config.publicOrigin.startsWith("https:");
  const nonce = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${(res as Response).locals.nonce}'`;
  // An address in brackets ([::1]) is no source to a browser; there 'self' covers the socket.
  const sockets = config.allowedOrigins
    .filter((origin) => !origin.includes("["))
    .map((origin) => origin.replace(/^http/, "ws"));
  return [
    (_req, res, next) => {
      res.locals.nonce = randomBytes(16).toString("base64");
      res.setHeader("Permissions-Policy", PERMISSIONS);
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'self'"],
          "script-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
          "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
          "style-src-attr": ["'unsafe-inline'"],
          "img-src": ["'self'", "data:"],
          "font-src": ["'self'"],
          "connect-src": ["'self'", ...sockets],
          "object-src": ["'none'"],
          "base-uri": ["'none'"],
          "form-action": ["'self'"],
          "frame-ancestors": ["'none'"],
        },
      },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
  ];
}
