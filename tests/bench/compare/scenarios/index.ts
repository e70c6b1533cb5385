/** Each scenario's measurement. */
import type { Measured, ScenarioName } from "../catalog";
import type { Driver } from "../driver";
import type { ServerProcess } from "../server-process";
import { coldOpen } from "./cold-open";
import { fanOut, fanOutOnSplit, manyDocuments } from "./fan-out";
import { growth } from "./growth";
import { joins } from "./joins";
import { powerCut } from "./power-cut";
import { presence } from "./presence";
import { saturation } from "./saturation";

export interface Setting {
  driver: Driver;
  /** Starts the server; `kept` gives it the run's folder to keep its documents in. */
  start(kept?: boolean, env?: Record<string, string>): Promise<ServerProcess>;
  /** A document of this name; the same for the same name in one run. */
  documentId(name: string, kind?: "note" | "split"): string;
  /** 1 for a whole measurement, less for a quick one. */
  scale: number;
}

const unmerged = (setting: Setting): Setting => ({
  ...setting,
  driver: setting.driver.unmerged ?? setting.driver,
});

export const RUNS: Record<ScenarioName | "growth", (setting: Setting) => Promise<Measured>> = {
  B1: fanOut,
  B1s: fanOutOnSplit,
  B2: (setting) => saturation(setting, { documents: 1, clients: 100 }),
  B2m: (setting) => saturation(unmerged(setting), { documents: 1, clients: 100 }),
  B3: manyDocuments,
  B4: coldOpen,
  B5: joins,
  B6: powerCut,
  B7: (setting) => saturation(setting, { documents: 50, clients: 10 }),
  B7m: (setting) => saturation(unmerged(setting), { documents: 50, clients: 10 }),
  B8: presence,
  growth,
};
