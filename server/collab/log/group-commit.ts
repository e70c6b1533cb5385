/**
 * Group commit: appends that come while another is under way go together in the next one, whatever their
 * documents, so that one flush of the database's disk serves them all. Knows nothing of SQL.
 */

/** What limits the groups. */
export interface GroupLimits {
  /** Groups under way at once. */
  inFlight: number;
  /** How long an append waits for others while a group is under way and another could start. Milliseconds. */
  wait: number;
  /** Rows and bytes of one group; an append that is larger goes alone. */
  rows: number;
  bytes: number;
}

export const GROUP_LIMITS: GroupLimits = { inFlight: 2, wait: 5, rows: 1000, bytes: 4 * 1024 * 1024 };

/** One call's part of a group. Parts with one key keep their order: they are never in two groups at once. */
export interface Part {
  key: string;
  rows: number;
  bytes: number;
}

interface Waiting<P, A> {
  part: P;
  since: number;
  done: (answer: A) => void;
  failed: (error: unknown) => void;
}

export interface GroupWork<P, A> {
  /** Commits all parts or none; one answer for each, in order. */
  commit: (parts: P[]) => Promise<A[]>;
  /** May the failure be one part's own? Then each is tried alone. */
  mayBeOnes: (error: unknown) => boolean;
}

/** Returns a function that commits a part, together with others when that costs it little. */
export function groupCommit<P extends Part, A>(
  work: GroupWork<P, A>,
  limits: GroupLimits = GROUP_LIMITS,
): (part: P) => Promise<A> {
  let queue: Waiting<P, A>[] = [];
  const busy = new Set<string>();
  let inFlight = 0;
  let gathering = false;
  let timer: NodeJS.Timeout | null = null;

  function gather(): void {
    if (gathering) return;
    gathering = true;
    // The rest of this turn: documents that were edited at once are flushed at once.
    setImmediate(() => {
      gathering = false;
      start();
    });
  }

  /** Starts what may start. */
  function start(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    while (inFlight < limits.inFlight) {
      const { group, full } = nextGroup();
      if (group.length === 0) return;
      const waited = performance.now() - group[0]!.since;
      if (inFlight > 0 && !full && waited < limits.wait) {
        timer = setTimeout(start, limits.wait - waited);
        return;
      }
      const taken = new Set(group);
      queue = queue.filter((waiting) => !taken.has(waiting));
      void run(group);
    }
  }

  /** The longest waiting parts that fit together and whose keys are not under way. */
  function nextGroup(): { group: Waiting<P, A>[]; full: boolean } {
    const group: Waiting<P, A>[] = [];
    let [rows, bytes] = [0, 0];
    for (const waiting of queue) {
      if (busy.has(waiting.part.key)) continue;
      rows += waiting.part.rows;
      bytes += waiting.part.bytes;
      if (group.length > 0 && (rows > limits.rows || bytes > limits.bytes)) return { group, full: true };
      group.push(waiting);
    }
    return { group, full: false };
  }

  async function run(group: Waiting<P, A>[]): Promise<void> {
    inFlight += 1;
    for (const { part } of group) busy.add(part.key);
    try {
      const answers = await work.commit(group.map(({ part }) => part));
      group.forEach(({ done }, n) => void done(answers[n]!));
    } catch (error) {
      if (group.length > 1 && work.mayBeOnes(error)) await runAlone(group);
      else for (const { failed } of group) failed(error);
    }
    for (const { part } of group) busy.delete(part.key);
    inFlight -= 1;
    gather();
  }

  /** One after the other, so that one part's trouble is only its own (promise I13). */
  async function runAlone(group: Waiting<P, A>[]): Promise<void> {
    for (const { part, done, failed } of group)
      await work.commit([part]).then((answers) => done(answers[0]!), failed);
  }

  return (part) =>
    new Promise((done, failed) => {
      queue.push({ part, since: performance.now(), done, failed });
      gather();
    });
}
