/**
 * Sends what a person does in a meeting over a line that may be poor. A deed has a key that stays the same over every
 * try, so that nothing is done twice; one whose answer did not come waits, and goes again by itself.
 */
import type { ParseKeys } from "i18next";
import { Backoff } from "../../collab/backoff";
import { newId } from "../../collab/new-id";

/** What came back of one try. `lost`: nobody knows whether it arrived. */
export type DeedAnswer =
  | { kind: "done" }
  | { kind: "refused"; error: ParseKeys; field?: string; values?: Record<string, string | number> }
  | { kind: "lost" };

export type DeedState =
  | { kind: "idle" }
  | { kind: "pending" }
  /** The line is away: what was sent is kept, and goes again by itself. */
  | { kind: "waiting" }
  | { kind: "refused"; error: ParseKeys; field?: string; values?: Record<string, string | number> }
  | { kind: "done" };

interface Deed {
  form: [string, string][];
  state: DeedState;
  timer: ReturnType<typeof setTimeout> | undefined;
  backoff: Backoff;
}

const IDLE: DeedState = { kind: "idle" };
const PENDING: DeedState = { kind: "pending" };
const WAITING: DeedState = { kind: "waiting" };
/** The pauses between tries, in milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

export class DeedSender {
  private readonly deeds = new Map<string, Deed>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly post: (form: [string, string][]) => Promise<DeedAnswer>,
    private readonly onDone: (name: string) => void,
  ) {}

  /** What became of the deed of this name. */
  stateOf(name: string): DeedState {
    return this.deeds.get(name)?.state ?? IDLE;
  }

  /** Deeds whose answer is awaited. */
  get unanswered(): number {
    return [...this.deeds.values()].filter(({ state }) => state === PENDING || state === WAITING).length;
  }
  get waiting(): number {
    return [...this.deeds.values()].filter(({ state }) => state === WAITING).length;
  }

  /** Does it, unless the same is already on its way. */
  submit(name: string, form: Iterable<[string, FormDataEntryValue]>): void {
    const known = this.deeds.get(name);
    if (known?.state === PENDING) return;
    if (known?.state === WAITING) {
      this.again(name);
      return;
    }
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
    this.deeds.set(name, {
      form: [...fields.filter(([field]) => field !== "key"), ["key", newId()]],
      state: PENDING,
      timer: undefined,
      backoff: new Backoff(FIRST_PAUSE, LONGEST_PAUSE),
    });
    void this.go(name);
  }

  /** Tries what waits at once: the person asked, or the line is back. */
  again(name?: string): void {
    for (const [one, { state }] of this.deeds)
      if (state === WAITING && (name === undefined || name === one)) void this.go(one);
  }

  /** Forgets what was answered. */
  settle(name: string): void {
    const state = this.stateOf(name);
    if (state.kind !== "done" && state.kind !== "refused") return;
    this.deeds.delete(name);
    this.tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  close(): void {
    for (const { timer } of this.deeds.values()) clearTimeout(timer);
    this.listeners.clear();
  }

  private async go(name: string): Promise<void> {
    const deed = this.deeds.get(name);
    if (!deed) return;
    clearTimeout(deed.timer);
    this.turn(deed, PENDING);
    const answer = await this.post(deed.form);
    if (this.deeds.get(name) !== deed) return;
    if (answer.kind === "lost") {
      deed.timer = setTimeout(() => void this.go(name), deed.backoff.next());
      this.turn(deed, WAITING);
      return;
    }
    this.turn(deed, answer);
    if (answer.kind === "done") this.onDone(name);
  }

  private turn(deed: Deed, state: DeedState): void {
    deed.state = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
