/** Slows down guessing at the sign-in: by address and e-mail together, never locking an account by its e-mail alone. */
import { isIPv6 } from "node:net";
import type { RequestHandler } from "express";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { paths } from "../../app/paths";
import { sendPlain } from "./plain-page";

/** Attempts for one e-mail from one address, in fifteen minutes. */
export const ATTEMPTS_PER_ACCOUNT_MAX = 5;
/** Attempts from one address in an hour. A town hall is one address. */
export const ATTEMPTS_PER_ADDRESS_MAX = 100;

/** One household or office has a whole /64 of IPv6 addresses. */
function addressKey(ip: string): string {
  return isIPv6(ip) && !ip.startsWith("::ffff:") ? ip.split(":").slice(0, 4).join(":") : ip;
}

/** Guards POST /sign-in. Expects the body as a Buffer in `req.body`. A sign-in that succeeds clears its account's count. */
export function signInLimit(): RequestHandler {
  const perAccount = new RateLimiterMemory({ points: ATTEMPTS_PER_ACCOUNT_MAX, duration: 15 * 60 });
  const perAddress = new RateLimiterMemory({ points: ATTEMPTS_PER_ADDRESS_MAX, duration: 60 * 60 });
  return async (req, res, next) => {
    if (req.method !== "POST" || req.path !== paths.signIn()) return next();
    if (!req.is("application/x-www-form-urlencoded")) return sendPlain(res, 415);
    const form = new URLSearchParams(Buffer.isBuffer(req.body) ? req.body.toString("utf8") : "");
    const address = addressKey(req.ip ?? "");
    const account = `${address} ${(form.get("email") ?? "").trim().toLowerCase()}`;
    try {
      await perAddress.consume(address);
      await perAccount.consume(account);
    } catch (refused) {
      if (refused instanceof Error) return next(refused);
      const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
      return sendPlain(res.set("Retry-After", String(seconds)), 429);
    }
    res.once("finish", () => {
      if (res.statusCode < 400) void perAccount.delete(account);
    });
    next();
  };
}
