/** What goes wrong in a simulated run. */
import type { World } from "./world";

export interface Fault {
  name: string;
  /** The longest that it lasts. Virtual milliseconds. */
  lasts: number;
  /** Answers how it ends; nothing when it is over at once. */
  begin: (world: World) => (() => void) | undefined;
}

const startAnother = (world: World) => () => void world.startNode();

export const FAULTS: Fault[] = [
  {
    name: "a server is killed",
    lasts: 3_000,
    begin: (world) => {
      if (world.living.length > 0) world.pick(world.living).crash();
      return startAnother(world);
    },
  },
  {
    name: "a server stops in order",
    lasts: 500,
    begin: (world) => {
      if (world.living.length > 1) void world.pick(world.living).stop();
      return startAnother(world);
    },
  },
  {
    name: "a connection is lost",
    lasts: 0,
    begin: (world) => {
      world.pick(world.open).link.lose(3_000);
      return undefined;
    },
  },
  {
    name: "everyone's connection is lost",
    lasts: 0,
    begin: (world) => {
      for (const { link } of world.open) link.lose(4_000);
      return undefined;
    },
  },
  {
    name: "a connection is half-open",
    lasts: 0,
    begin: (world) => {
      world.pick(world.open).link.freeze();
      return undefined;
    },
  },
  {
    name: "the database is away",
    lasts: 4_000,
    begin: (world) => {
      world.disk.weather = { ...world.disk.weather, fails: 1 };
      return () => {
        world.disk.weather = { ...world.disk.weather, fails: 0 };
      };
    },
  },
  {
    name: "the database fails now and then",
    lasts: 5_000,
    begin: (world) => {
      world.disk.weather = { ...world.disk.weather, fails: 0.4 };
      return () => {
        world.disk.weather = { ...world.disk.weather, fails: 0 };
      };
    },
  },
  {
    name: "the database's answers are lost now and then",
    lasts: 4_000,
    begin: (world) => {
      world.disk.weather = { ...world.disk.weather, answerLost: 0.5 };
      return () => {
        world.disk.weather = { ...world.disk.weather, answerLost: 0 };
      };
    },
  },
  {
    name: "the disk is slow",
    lasts: 5_000,
    begin: (world) => {
      world.disk.weather = { ...world.disk.weather, latency: 3_000 };
      return () => {
        world.disk.weather = { ...world.disk.weather, latency: 4 };
      };
    },
  },
  {
    name: "the servers do not hear each other",
    lasts: 6_000,
    begin: (world) => {
      world.bus = { ...world.bus, lost: 1 };
      return () => {
        world.bus = { ...world.bus, lost: 0 };
      };
    },
  },
  {
    name: "hints come late, twice or not at all",
    lasts: 6_000,
    begin: (world) => {
      world.bus = { lost: 0.3, twice: 0.5, latency: 2_000 };
      return () => {
        world.bus = { lost: 0, twice: 0, latency: 20 };
      };
    },
  },
  {
    name: "messages come twice and out of order",
    lasts: 4_000,
    begin: (world) => {
      world.network = { latency: 200, twice: 0.2, overtakes: 0.2 };
      return () => {
        world.network = { latency: 30, twice: 0, overtakes: 0 };
      };
    },
  },
  {
    name: "the network is slow",
    lasts: 4_000,
    begin: (world) => {
      world.network = { ...world.network, latency: 2_500 };
      return () => {
        world.network = { ...world.network, latency: 30 };
      };
    },
  },
  {
    name: "a tab is closed, and another opened",
    lasts: 3_000,
    begin: (world) => {
      const tab = world.pick(world.open);
      tab.end();
      return () => void world.openTab(tab.personId);
    },
  },
  {
    name: "a person opens another tab",
    lasts: 0,
    begin: (world) => {
      if (world.open.length < 5) world.openTab(world.pick(world.open).personId);
      return undefined;
    },
  },
];
