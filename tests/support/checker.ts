/**
 * The checker of durability. Bots write unique tokens and tell it what they sent and what was acknowledged; afterwards
 * it compares this with what readers have. It knows nothing of the engine: only tokens, contents and rows of a log.
 */

/** A promise that can be found broken. */
export type Promised =
  | "acknowledged is kept"
  | "typed is kept"
  | "told is kept"
  | "exactly once"
  | "nothing that was not sent"
  | "refused stays out"
  | "taken back stays away"
  | "order is kept"
  | "everyone agrees"
  | "the answer is true"
  | "the log has no hole";

export interface Broken {
  promise: Promised;
  what: string;
}

/** What somebody has at the end, as canonical JSON. */
export interface Reading {
  who: string;
  content: string;
}

/** A row of the log, as far as the checker looks at it. */
export interface Row {
  seq: number;
  updateId: string;
  bytes: Uint8Array;
}

/** Where a token stands: in a text after the bot's own earlier ones, in a text anywhere, in a field, in a new category. */
export type Place = "t" | "i" | "f" | "c";

interface Fate {
  bot: string;
  n: number;
  /** The highest sequence number that the bot had read when it was told that this is saved. */
  acked: number | null;
  refused: boolean;
  /** The bot took it away again: it may be gone from then on, and must be when that was acknowledged. */
  takenBack: "sent" | "acked" | null;
  told: boolean;
  /** The tab ended before it was kept anywhere: it may be missing. */
  uncertain: boolean;
}

const TOKEN = /‹([\w-]+)\.([tifc])\.(\d+)›/g;
const BROKEN_TOLD_MAX = 20;

export class Checker {
  private readonly fates = new Map<string, Fate>();
  private readonly counts = new Map<string, number>();

  /** A token of the bot's, that nobody ever had; not sent yet. */
  mint(bot: string, place: Place): string {
    const n = (this.counts.get(bot) ?? 0) + 1;
    this.counts.set(bot, n);
    return `‹${bot}.${place}.${n}›`;
  }

  sent(bot: string, token: string): void {
    const n = Number(/(\d+)›$/.exec(token)?.[1]);
    this.fates.set(token, {
      bot,
      n,
      acked: null,
      refused: false,
      takenBack: null,
      told: false,
      uncertain: false,
    });
  }

  /** `seq`: the sequence number that the bot had read up to, the answer's own included. */
  acked(token: string, seq: number): void {
    const fate = this.fateOf(token);
    fate.acked ??= seq;
  }

  /** The server said that it does not take this, for good. */
  refused(token: string): void {
    this.fateOf(token).refused = true;
  }

  /** The bot deletes its token; call again with `acked` when that is acknowledged. */
  takenBack(token: string, how: "sent" | "acked" = "sent"): void {
    this.fateOf(token).takenBack = how;
  }

  /** The tab ended before this was kept anywhere: nobody promised it. */
  uncertain(token: string): void {
    this.fateOf(token).uncertain = true;
  }

  /** Somebody has this on the screen: it must stay true. */
  told(content: string): void {
    for (const [token] of content.matchAll(TOKEN)) {
      const fate = this.fates.get(token);
      if (fate) fate.told = true;
    }
  }

  get summary(): { sent: number; acked: number; refused: number } {
    const all = [...this.fates.values()];
    const count = (is: (fate: Fate) => boolean) => all.filter(is).length;
    return { sent: all.length, acked: count((f) => f.acked !== null), refused: count((f) => f.refused) };
  }

  /**
   * What is broken in the readings. `complete`: every bot survived and has nothing unsaved, so all that was typed
   * must be there, acknowledged or not.
   */
  check(readings: Reading[], { complete = false } = {}): Broken[] {
    const broken: Broken[] = [];
    const different = readings.filter(({ content }) => content !== readings[0]?.content);
    for (const { who } of different)
      broken.push({
        promise: "everyone agrees",
        what: `${who} has another content than ${readings[0]!.who}`,
      });
    // Equal contents need one look.
    for (const reading of [readings[0], ...different])
      if (reading) broken.push(...this.look(reading, complete));
    return broken.length > BROKEN_TOLD_MAX
      ? [...new Map(broken.map((b) => [`${b.promise}${b.what.slice(0, 3)}`, b])).values()].slice(
          0,
          BROKEN_TOLD_MAX,
        )
      : broken;
  }

  /** What is broken in the rows of a whole log: holes, an id twice, an answer that was not true when it was given. */
  checkLog(rows: Row[]): Broken[] {
    const broken: Broken[] = [];
    const ids = new Set<string>();
    const at = new Map<string, number>();
    rows.forEach(({ seq, updateId, bytes }, n) => {
      if (seq !== n + 1)
        broken.push({ promise: "the log has no hole", what: `row ${n + 1} has number ${seq}` });
      if (ids.has(updateId))
        broken.push({ promise: "exactly once", what: `update ${updateId} has two rows` });
      ids.add(updateId);
      // A text stands in an update as its UTF-8 bytes.
      for (const [token] of Buffer.from(bytes).toString("utf8").matchAll(TOKEN)) {
        if (at.has(token)) broken.push({ promise: "exactly once", what: `${token} is in two rows` });
        else at.set(token, seq);
      }
    });
    for (const [token, { acked, takenBack }] of this.fates) {
      if (acked === null || takenBack) continue; // what was taken back before it was sent is in no row
      const seq = at.get(token);
      if (seq === undefined) broken.push({ promise: "acknowledged is kept", what: `${token} is in no row` });
      else if (seq > acked)
        broken.push({
          promise: "the answer is true",
          what: `${token} is row ${seq}, acknowledged at ${acked}`,
        });
    }
    return broken;
  }

  private fateOf(token: string): Fate {
    const fate = this.fates.get(token);
    if (!fate) throw new Error(`${token} was never sent`);
    return fate;
  }

  private look({ who, content }: Reading, complete: boolean): Broken[] {
    const broken: Broken[] = [];
    const add = (promise: Promised, token: string) => broken.push({ promise, what: `${token} at ${who}` });
    const times = new Map<string, number>();
    for (const [token] of content.matchAll(TOKEN)) times.set(token, (times.get(token) ?? 0) + 1);
    for (const [token, count] of times) {
      const fate = this.fates.get(token);
      if (!fate) add("nothing that was not sent", token);
      else if (fate.refused) add("refused stays out", token);
      else if (fate.takenBack === "acked") add("taken back stays away", token);
      if (count > 1) add("exactly once", token);
    }
    /** Per bot, the last of its tokens that is there: whatever it sent before rests below it. */
    const lastOf = new Map<string, number>();
    for (const token of times.keys()) {
      const fate = this.fates.get(token);
      if (fate) lastOf.set(fate.bot, Math.max(lastOf.get(fate.bot) ?? 0, fate.n));
    }
    for (const [token, fate] of this.fates) {
      if (times.has(token) || fate.refused || fate.takenBack) continue;
      if (fate.acked !== null) add("acknowledged is kept", token);
      else if (fate.told) add("told is kept", token);
      else if (fate.uncertain) continue;
      else if (complete) add("typed is kept", token);
      else if (fate.n < (lastOf.get(fate.bot) ?? 0)) add("order is kept", token);
    }
    return [...broken, ...this.disorder(who, content)];
  }

  /** Tokens that a bot put after its own earlier ones in one text, and that stand before them. */
  private disorder(who: string, content: string): Broken[] {
    const broken: Broken[] = [];
    for (const text of content.split('"')) {
      const last = new Map<string, number>();
      for (const [token, bot, place, n] of text.matchAll(TOKEN)) {
        if (place !== "t") continue;
        if (Number(n) < (last.get(bot!) ?? 0))
          broken.push({ promise: "order is kept", what: `${token} at ${who}` });
        last.set(bot!, Number(n));
      }
    }
    return broken;
  }
}

/** The tokens in a text or in bytes. */
export const tokensIn = (content: string | Uint8Array): string[] =>
  (typeof content === "string" ? content : Buffer.from(content).toString("utf8")).match(TOKEN) ?? [];

/** The broken promises by name, each once. */
export const promisesOf = (broken: Broken[]): Promised[] => [
  ...new Set(broken.map(({ promise }) => promise)),
];
