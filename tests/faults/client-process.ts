/**
 * A browser-like client in a process of its own, that can be stopped and go on as a laptop does. Its parent tells it
 * what to do and hears what it sent and what was acknowledged.
 */
import { Bot } from "../support/bots";
import { Checker } from "../support/checker";
import { randomOf } from "../support/checker-seeds";
import { contentOf } from "../support/durability";
import { openDocument } from "../support/headless";

export type ToClient = { append: number } | { cookie: string } | { content: true };
export type FromClient =
  | { sent: string }
  | { acked: string; seq: number }
  | { state: string; count: number }
  | { content: string };

const tell = (message: FromClient) => process.send?.(message);

class TellingChecker extends Checker {
  override sent(bot: string, token: string): void {
    super.sent(bot, token);
    tell({ sent: token });
  }
  override acked(token: string, seq: number): void {
    super.acked(token, seq);
    tell({ acked: token, seq });
  }
}

const [origin, cookie, documentId, name] = process.argv.slice(2) as [string, string, string, string];
const document = await openDocument({ origin, cookie, documentId });
const bot = new Bot(name, document, new TellingChecker(), randomOf(1));

process.on("message", (message: ToClient) => {
  if ("append" in message) bot.appendMany(message.append);
  if ("content" in message) tell({ content: contentOf(document) });
  if ("cookie" in message) {
    // Signed in again, in another window: this one tries again when it is looked at.
    const { socket } = document.connection;
    socket.io.opts.extraHeaders = { ...socket.io.opts.extraHeaders, cookie: message.cookie };
    socket.connect();
  }
});
process.on("disconnect", () => process.exit(0));
setInterval(() => {
  const { state } = document;
  tell({ state: state.kind, count: "count" in state ? state.count : 0 });
}, 50);
