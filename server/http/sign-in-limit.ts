/** Slows down guessing and needless work at passwords: by address, and at the sign-in by address and e-mail together. */
import type { RequestHandler } from "express";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { EMAIL_CHARACTERS_MAX, LINKS_PER_HOUR_MAX } from "../../app/domain/people";
import { paths } from "../../app/paths";
import { addressKey } from "./client-address";
import { sendPlain } from "./plain-page";
import { routePathOf } from "./request-target";

/** Attempts for one e-mail from one address, in fifteen minutes. Never for an e-mail alone: that would lock people out. */
export const ATTEMPTS_PER_ACCOUNT_MAX = 5;
/** Attempts from one address in an hour, at all pages that take a password. A town hall is one address. */
export const ATTEMPTS_PER_ADDRESS_MAX = 100;

/** Every address where a password is compared or made, or a link to one is asked for. */
const takesPassword = (path: string) =>
  [paths.signIn(), paths.setup(), paths.account(), paths.forgottenPassword()].includes(path) ||
  path.startsWith(paths.invitation("")) ||
  path.startsWith(paths.newPassword(""));

/**
 * Guards writes to the pages that take a password. Expects the body as a Buffer in `req.body`. A sign-in that
 * succeeds clears its account's count.
 */
export function signInLimit(): RequestHandler {
  const perAccount = new RateLimiterMemory({ points: ATTEMPTS_PER_ACCOUNT_MAX, duration: 15 * 60 });
  // Known or not, an e-mail has as many links as an hour allows; the rest is refused before anybody is looked for.
  const perLink = new RateLimiterMemory({ points: LINKS_PER_HOUR_MAX, duration: 60 * 60 });
  const perAddress = new RateLimiterMemory({ points: ATTEMPTS_PER_ADDRESS_MAX, duration: 60 * 60 });
  return async (req, res, next) => {
    const path = routePathOf(req);
    if (req.method === "GET" || req.method === "HEAD" || !takesPassword(path)) return next();
    if (!req.is("application/x-www-form-urlencoded")) return sendPlain(res, 415);
    const address = addressKey(req.ip ?? "");
    const account = path === paths.signIn() ? `${address} ${emailIn(req.body)}` : null;
    const link = path === paths.forgottenPassword() ? `${address} ${emailIn(req.body)}` : null;
    try {
      await perAddress.consume(address);
      if (account) await perAccount.consume(account);
      if (link) await perLink.consume(link);
    } catch (refused) {
      if (refused instanceof Error) return next(refused);
      const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
      return sendPlain(res.set("Retry-After", String(seconds)), 429);
    }
    res.once("finish", () => {
      if (account && res.statusCode < 400) void perAccount.delete(account);
    });
    next();
  };
}

/** As the sign-in reads it. Cut, because it is kept for a while. */
function emailIn(body: unknown): string {
  const form = new URLSearchParams(Buffer.isBuffer(body) ? body.toString("utf8") : "");
  return (form.get("email") ?? "").trim().toLowerCase().slice(0, EMAIL_CHARACTERS_MAX);
}
