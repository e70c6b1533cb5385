/** A simulated run: several servers, one disk and several tabs, with faults in between; the checker at the end. */
import * as Y from "yjs";
import { encodeSplit } from "../../app/collab/documents/encode-split";
import { readSplit } from "../../app/collab/documents/split-document";
import type { Link } from "../../app/collab/link";
import { canonicalSplit } from "../../app/domain/split/canonical";
import type { NodeMessage } from "../../server/collab/nodes/node-bus";
import { type Broken, Checker } from "../support/checker";
import { randomOf } from "../support/checker-seeds";
import { aCategory } from "../support/splits";
import { simulate } from "./determinism";
import { Disk, DOCUMENT_ID, FAIR } from "./disk";
import { FAULTS, type Fault } from "./faults";
import { type NodeDeps, SimNode } from "./node";
import type { NetworkWeather } from "./sim-link";
import { SimStore, Tab } from "./tab";
import { now, passUntil, pause } from "./virtual-clock";

/** How long people type, and how long everyone may take to agree afterwards. Virtual milliseconds. */
const TYPING = 15_000;
const AGREED_WITHIN = 150_000;
const PEOPLE = ["anna", "bertta", "cecilia"];

/** What a broken engine does differently. */
export interface Sabotage {
  node?: NodeDeps["sabotage"];
  link?: (link: Link) => Link;
  /** Nothing that one server tells another comes. */
  deaf?: boolean;
  /** Notes every message too. */
  loud?: boolean;
  /** Done once in the middle of the run. */
  during?: (world: World) => void | Promise<void>;
}

export interface Outcome {
  broken: Broken[];
  sent: number;
  acked: number;
  faults: number;
  trace: string[];
}

export class World {
  readonly checker = new Checker();
  readonly disk: Disk;
  readonly nodes: SimNode[] = [];
  readonly tabs: Tab[] = [];
  readonly broken: Broken[] = [];
  readonly trace: string[] = [];
  network: NetworkWeather = { latency: 30, twice: 0, overtakes: 0 };
  bus = { lost: 0, twice: 0, latency: 20 };
  faults = 0;
  calm = false;
  private readonly stores = new Map<string, SimStore>();
  private names = 0;

  constructor(
    readonly random: () => number,
    readonly sabotage: Sabotage,
  ) {
    const categories = ["a", "b"].map((id) => aCategory({ id }));
    this.disk = new Disk(random, encodeSplit({ categories }));
    const nodes = 2 + Math.floor(random() * 2);
    for (let n = 0; n < nodes; n++) this.startNode();
    for (const person of PEOPLE) this.openTab(person);
  }

  say(what: string): void {
    this.trace.push(`${now().toFixed(0)} ms: ${what}`);
  }

  pick<T>(things: readonly T[]): T {
    return things[Math.floor(this.random() * things.length)]!;
  }

  startNode(): SimNode {
    const node = new SimNode(`node-${++this.names}`, {
      disk: this.disk,
      tell: (from, message) => this.tell(from, message),
      broken: (broken) => this.broken.push(broken),
      ...(this.sabotage.node && { sabotage: this.sabotage.node }),
    });
    this.nodes.push(node);
    return node;
  }

  get living(): SimNode[] {
    return this.nodes.filter(({ alive }) => alive);
  }

  get open(): Tab[] {
    return this.tabs.filter(({ alive }) => alive);
  }

  openTab(personId: string): Tab {
    const store = this.stores.get(personId) ?? new SimStore(this.random);
    this.stores.set(personId, store);
    const tab = new Tab(personId, `${personId}-${++this.names}`, {
      ...{ random: this.random, checker: this.checker, store },
      findNode: () => (this.living.length > 0 ? this.pick(this.living) : null),
      weather: () => this.network,
      say: this.sabotage.loud ? (what) => this.say(what()) : undefined,
      ...(this.sabotage.link && { sabotage: this.sabotage.link }),
    });
    this.tabs.push(tab);
    return tab;
  }

  /** Everyone types and faults happen, until the time is over. */
  async live(): Promise<void> {
    const { random } = this;
    const moments = (count: number) => Array.from({ length: count }, () => 200 + random() * (TYPING - 400));
    const writes = moments(30 + Math.floor(random() * 40));
    for (const at of writes) setTimeout(() => this.type(), at);
    for (const at of moments(2 + Math.floor(random() * 8))) setTimeout(() => this.fault(), at);
    if (this.sabotage.during) setTimeout(() => void this.sabotage.during?.(this), TYPING / 2);
    await passUntil(() => now() >= TYPING, TYPING + 1);
  }

  /** Every fault ends; waits until everyone has everything. */
  async heal(): Promise<void> {
    this.calm = true;
    this.disk.weather = FAIR;
    this.network = { latency: 30, twice: 0, overtakes: 0 };
    this.bus = { lost: 0, twice: 0, latency: 20 };
    if (this.living.length === 0) this.startNode();
    this.say("calm");
    for (const tab of this.open) tab.link.hurry();
    // Whoever had a tab has one again: it finds what the ended ones left.
    for (const person of PEOPLE)
      if (!this.open.some(({ personId }) => personId === person)) this.openTab(person);
    const agreed = () =>
      this.open.every((tab) => tab.ready && tab.seq === this.disk.seq) &&
      [...this.stores.values()].every(({ empty }) => empty);
    await passUntil(agreed, TYPING + AGREED_WITHIN);
    for (const { name, provider } of this.open) {
      const { kind } = provider.getStatus().state;
      if (kind !== "saved")
        this.broken.push({ promise: "typed is kept", what: `${name} is still "${kind}"` });
    }
  }

  /** What everyone has, and what the log says. */
  async verdict(): Promise<Broken[]> {
    const doc = new Y.Doc();
    for (const { bytes } of this.disk.rows) Y.applyUpdate(doc, bytes);
    const readings = [{ who: "the log", content: canonicalSplit(readSplit(doc)) }];
    for (const tab of this.open) readings.push({ who: tab.name, content: tab.content });
    for (const node of this.living) {
      let content: string | null = null;
      void node.engine.hub.read(DOCUMENT_ID).then(
        (read) => {
          content = canonicalSplit(readSplit(read.doc));
        },
        (error: unknown) => {
          content = String(error);
        },
      );
      await passUntil(() => content !== null, now() + 10_000);
      readings.push({ who: node.name, content: content ?? "no answer" });
    }
    return [
      ...this.broken,
      ...this.checker.check(readings, { complete: true }),
      ...this.checker.checkLog(this.disk.rows),
    ];
  }

  private type(): void {
    const ready = this.open.filter((tab) => tab.ready);
    if (ready.length === 0) return;
    const { bot } = this.pick(ready);
    for (let n = 1 + Math.floor(this.random() * 3); n > 0; n--) bot.write();
  }

  private fault(): void {
    const fault: Fault = this.pick(FAULTS);
    this.faults++;
    this.say(fault.name);
    const undo = fault.begin(this);
    if (!undo) return;
    void pause(fault.lasts * this.random()).then(() => {
      if (this.calm) return;
      this.say(`${fault.name} is over`);
      undo();
    });
  }

  private tell(from: SimNode, message: NodeMessage): void {
    if (this.sabotage.deaf) return;
    for (const node of this.living) {
      if (node === from || this.random() < this.bus.lost) continue;
      const times = this.random() < this.bus.twice ? 2 : 1;
      for (let n = 0; n < times; n++) setTimeout(() => node.hear(message), this.random() * this.bus.latency);
    }
  }
}

/** The run of one seed. */
export function run(seed: number, sabotage: Sabotage = {}): Promise<Outcome> {
  const random = randomOf(seed);
  return simulate(random, async () => {
    const world = new World(random, sabotage);
    await world.live();
    await world.heal();
    const broken = await world.verdict();
    for (const tab of world.open) tab.end();
    for (const node of world.living) node.crash();
    const { sent, acked } = world.checker.summary;
    return { broken, sent, acked, faults: world.faults, trace: world.trace };
  });
}
