/**
 * GET /metrics, for those who may look: with the token; without one only from this machine to a server that is
 * for this machine. A server with a public address has a proxy before it, which may well connect from loopback
 * and say nothing of for whom.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { type Config, isLoopback } from "../config";
import type { Metrics } from "../metrics";

/** What a proxy says when it speaks for somebody else. */
const FORWARDING = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/;

type MetricsConfig = Pick<Config, "metricsToken" | "publicOrigin">;

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** May this request read the metrics? */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  { metricsToken, publicOrigin }: MetricsConfig,
): boolean {
  if (metricsToken) {
    const given = /^Bearer ([!-~]+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
    return timingSafeEqual(sha256(given), sha256(metricsToken)); // of equal length, whatever was given
  }
  const from = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  // A page elsewhere may make a browser here ask, under a name that was bound to this machine.
  const name = (headers.host ?? "").replace(/:\d+$/, "");
  if (!isLoopback(new URL(publicOrigin).hostname)) return false;
  return isLoopback(from) && isLoopback(name) && !Object.keys(headers).some((key) => FORWARDING.test(key));
}

/** Answers the metrics; passes on everybody else, to whom there is nothing here. */
export function metricsPage(metrics: Metrics, config: MetricsConfig): RequestHandler {
  return async (req, res, next) => {
    if (!mayReadMetrics(req, config)) return next();
    try {
      res.set({ "Content-Type": metrics.contentType, "Cache-Control": "no-store" });
      res.send(await metrics.text());
    } catch (error) {
      next(error);
    }
  };
}
