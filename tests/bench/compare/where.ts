/** Folders of the bench. */
import path from "node:path";

/** The root of the repository: the load generator runs as a bundle somewhere else, and is told. */
export const ROOT = process.env.BENCH_ROOT ?? path.resolve(import.meta.dirname, "../../..");
/** The peers' servers and their packages. */
export const PEERS = path.join(ROOT, "tests/bench/peers");
/** Where bundles and results go. Not kept. */
export const OUT = path.join(ROOT, "build/bench");
