import { OPENING_KINDS } from "../../../app/domain/discussion/comment";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { idOf, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { editComment } from "./edit-comment.server";
import { markRead } from "./mark-read.server";
import { type NewPlace, openThread, type Said } from "./open-thread.server";
import { reply } from "./reply.server";
import { reopenThread, resolveThread } from "./settle-thread.server";

/** What a form led to: the comment that was written, and the names after "@" that reached nobody. */
export type Talked = Outcome<{ commentId: string | null; unreached: string[] }>;

/**
 * Every form of a discussion names its intent, and each intent is one command. `place` is the subject of a page that
 * has only one; otherwise the form says it.
 */
export async function talk(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
  place?: NewPlace,
): Promise<Talked> {
  const body = textOf(form, "body");
  switch (textOf(form, "intent")) {
    case "open": {
      const kind = OPENING_KINDS.find((one) => one === textOf(form, "kind")) ?? "comment";
      const about = place ?? placeOf(textOf(form, "on"), form);
      return spoken(await openThread(services, viewer, slug, { place: about, kind, body }));
    }
    case "reply":
      return spoken(await reply(services, viewer, slug, { threadId: idOf(form, "thread"), body }));
    case "edit":
      return spoken(await editComment(services, viewer, slug, { commentId: idOf(form, "comment"), body }));
    case "resolve":
      return done(await resolveThread(services, viewer, slug, idOf(form, "thread")));
    case "reopen":
      return done(await reopenThread(services, viewer, slug, idOf(form, "thread")));
    case "read": {
      const until = new Date(textOf(form, "until"));
      if (Number.isNaN(until.getTime())) throw notFound();
      const threadId = form.has("thread") ? idOf(form, "thread") : null;
      return done(await markRead(services, viewer, slug, { threadId, until }));
    }
    default:
      throw notFound();
  }
}

const spoken = (said: Said): Talked =>
  said.ok ? { ok: true, commentId: said.commentId, unreached: said.unreached } : said;
const done = (_: { ok: true }): Talked => ({ ok: true, commentId: null, unreached: [] });

/** "draft", "passage" with its own fields, "category:<id>" or "version:<number>"; what no page of ours sends is not there. */
function placeOf(text: string, form: FormData): NewPlace {
  if (text === "draft") return { kind: "draft" };
  if (text === "passage") {
    const [start, end, quote] = [textOf(form, "start"), textOf(form, "end"), textOf(form, "quote")];
    return { kind: "passage", chosen: { start, end, quote } };
  }
  const [, kind, id] = /^(category|version):(.+)$/s.exec(text) ?? [];
  if (kind === "category" && id) return { kind, categoryId: id };
  if (kind === "version" && id && /^\d{1,9}$/.test(id)) return { kind, number: Number(id) };
  throw notFound();
}
