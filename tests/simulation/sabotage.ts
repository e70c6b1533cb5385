/** Engines and browsers that were broken on purpose: the checker must find each one, under its name. */
import { encodeSplit } from "../../app/collab/documents/encode-split";
import { categoryText } from "../../app/collab/documents/split-document";
import type { AnswerOf, Link, RequestOf } from "../../app/collab/link";
import { LOCAL } from "../../app/collab/origins";
import type { NewUpdate, UpdateLog } from "../../server/collab/log/update-log";
import { Room } from "../../server/collab/room/room";
import type { Promised } from "../support/checker";
import { aCategory } from "../support/splits";
import { DOCUMENT_ID } from "./disk";
import { pause } from "./virtual-clock";
import type { Sabotage, World } from "./world";

/** A link that asks some updates otherwise. */
function asking(
  link: Link,
  update: (request: RequestOf<"document:update">) => Promise<AnswerOf<"document:update">>,
): Link {
  return new Proxy(link, {
    get: (target, key) => {
      if (key !== "ask") return bound(target, key);
      const ask: Link["ask"] = (question, request) =>
        question === "document:update"
          ? (update(request as RequestOf<"document:update">) as ReturnType<
              typeof target.ask<typeof question>
            >)
          : target.ask(question, request);
      return ask;
    },
  });
}

function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === "function" ? value.bind(target) : value;
}

/** Answers at once, and writes later: what the server has in memory when it is killed is gone. */
function earlyAnswers(real: UpdateLog): UpdateLog {
  const waiting: NewUpdate[] = [];
  let next = 0;
  return {
    ...real,
    append: async (id, updates) => {
      next = Math.max(next, (await real.head(id)).seq);
      waiting.push(...updates);
      void pause(1_500).then(() => real.append(id, waiting.splice(0)).catch(() => undefined));
      return updates.map(({ updateId }) => ({ updateId, seq: ++next, fresh: true }));
    },
  };
}

/** Whoever opens the document seeds it. */
function seedingAgain(real: UpdateLog): UpdateLog {
  let seeded = false;
  const seed = async (id: string) => {
    if (seeded) return;
    seeded = true;
    const bytes = encodeSplit({ categories: [aCategory({ id: "a" }), aCategory({ id: "b" })] });
    const update = { updateId: crypto.randomUUID(), personId: "seed", sessionId: null, bytes };
    await real.append(id, [{ ...update, origin: "seed" }]);
  };
  return {
    ...real,
    head: async (id) => {
      await seed(id);
      return real.head(id);
    },
  };
}

/** Forgets, while the connection is lost, what was sent and not answered: as if it had been. */
function notResending(link: Link): Link {
  const sent = new Set<string>();
  return asking(link, async (request) => {
    if (sent.has(request.updateId)) return { ok: true, seq: 0 };
    sent.add(request.updateId);
    return link.ask("document:update", request);
  });
}

/** Gives an update the id of the one before it, now and then. */
function reusingIds(link: Link): Link {
  let before: string | null = null;
  let count = 0;
  return asking(link, (request) => {
    const updateId = before && ++count % 3 === 0 ? before : request.updateId;
    before = request.updateId;
    return link.ask("document:update", { ...request, updateId });
  });
}

/** A gate that knows every client id as the sender's own. */
const everyIdIsLeased: typeof Room.open = async (documentId, deps) => {
  const room = await Room.open(documentId, deps);
  const submit = room.submit.bind(room);
  const all = { has: () => true, size: 1 } as unknown as ReadonlySet<number>;
  room.submit = (submission) => submit({ ...submission, clientIds: all });
  return room;
};

/** One tab writes with another's client id, what that one has not seen, and is gone with its device. */
export function writeAsAnother(world: World): void {
  const [victim, thief] = world.open.filter(({ ready }) => ready);
  if (!victim || !thief) return;
  const { doc } = thief.provider;
  const own = doc.clientID;
  doc.clientID = victim.provider.doc.clientID;
  doc.transact(() => categoryText(doc, "a", "rationale", "fi")?.insert(0, "x".repeat(40)), LOCAL);
  doc.clientID = own;
  victim.bot.append();
  void pause(1_000).then(() => thief.end({ device: "lost" }));
}

export const SABOTAGES: { name: string; sabotage: Sabotage; breaks: Promised[] }[] = [
  {
    name: "acknowledges before the commit",
    sabotage: { node: { log: earlyAnswers } },
    breaks: ["the answer is true", "told is kept"],
  },
  {
    name: "does not send again what was not answered",
    sabotage: { link: notResending },
    breaks: ["acknowledged is kept"],
  },
  {
    name: "drops what one server tells another, and never looks into the log",
    sabotage: {
      deaf: true,
      node: { log: (real) => ({ ...real, heads: async () => new Map([[DOCUMENT_ID, 0]]) }) },
    },
    breaks: ["everyone agrees"],
  },
  {
    name: "seeds a document whenever a server opens it",
    sabotage: { node: { log: seedingAgain } },
    // The second seed takes the place of the first, or the schema lets nobody write on: either is told.
    breaks: ["acknowledged is kept", "typed is kept"],
  },
  {
    name: "takes what is written with another person's client id",
    sabotage: { node: { openRoom: everyIdIsLeased }, during: writeAsAnother },
    breaks: ["everyone agrees", "acknowledged is kept"],
  },
  {
    name: "gives an update the id of another",
    sabotage: { link: reusingIds },
    breaks: ["acknowledged is kept"],
  },
];
