/**
 * Virtual time: timers, immediates and the clock of a simulated run. Each timer is a task of its own, as in Node and
 * in browsers: all promises settle before the next. Own code, because a run has tens of thousands of timers.
 */
import { syncBuiltinESMExports } from "node:module";
import timersPromises from "node:timers/promises";

interface Task {
  at: number;
  n: number;
  run: (() => void) | null;
  every: number | null;
}

/** What setTimeout answers, as far as anybody uses it. */
class Handle {
  constructor(readonly task: Task) {}
  ref = () => this;
  unref = () => this;
  hasRef = () => true;
}

const realImmediate = setImmediate;
const RealDate = Date;
const real = {
  ...{ setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate },
  ...{ Date, now: performance.now.bind(performance), sleep: timersPromises.setTimeout },
};

let heap: Task[] = [];
let time = 0;
let begin = 0;
let count = 0;

const before = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.n < b.n);

function push(task: Task): void {
  let at = heap.push(task) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(task, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = task;
}

function pop(): Task | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (child >= heap.length || !before(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return first;
}

function add(run: () => void, wait: number, every: number | null): Handle {
  const task: Task = { at: time + Math.max(0, wait || 0), n: ++count, run, every };
  push(task);
  return new Handle(task);
}

const cancel = (handle?: Handle | null) => {
  if (handle instanceof Handle) handle.task.run = null;
};

/** Does the next task; answers whether there was one. */
function step(): boolean {
  for (;;) {
    const task = pop();
    if (!task) return false;
    const { run, every } = task;
    if (!run) continue;
    time = task.at;
    if (every !== null) {
      task.at = time + Math.max(1, every);
      task.n = ++count;
      push(task);
    }
    run();
    return true;
  }
}

/** Everything pending in this task: promises, one after another. */
const settle = () => new Promise<void>((resolve) => realImmediate(resolve));

class VirtualDate extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [begin + time] : given) as [number]));
  }
  static override now(): number {
    return Math.floor(begin + time);
  }
}

/** From now on time is virtual, and begins at this moment (milliseconds since the epoch). */
export function enterVirtualTime(moment: number): void {
  heap = [];
  time = 0;
  count = 0;
  begin = moment;
  Object.assign(globalThis, {
    setTimeout: (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) =>
      add(() => run(...args), wait, null),
    setInterval: (run: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) =>
      add(() => run(...args), wait, wait),
    setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => add(() => run(...args), 0, null),
    ...{ clearTimeout: cancel, clearInterval: cancel, clearImmediate: cancel, Date: VirtualDate },
  });
  performance.now = () => time;
  sleepWith((wait = 0, value) => new Promise((resolve) => add(() => resolve(value as never), wait, null)));
}

/** Time is real again; what was still waiting never comes. */
export function leaveVirtualTime(): void {
  heap = [];
  const { now, sleep, ...globals } = real;
  Object.assign(globalThis, globals);
  performance.now = now;
  sleepWith(sleep);
}

function sleepWith(sleep: typeof timersPromises.setTimeout): void {
  timersPromises.setTimeout = sleep;
  syncBuiltinESMExports();
}

/** Milliseconds since the run began. */
export const now = (): number => time;

/** Lets time pass from task to task until it is done, or until the moment; answers whether it was done. */
export async function passUntil(done: () => boolean, moment: number): Promise<boolean> {
  await settle();
  while (!done()) {
    if (time >= moment || !step()) return false;
    await settle();
  }
  return true;
}

/** Waits so many virtual milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
