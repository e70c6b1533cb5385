/** In development and in tests the reading thread runs the sources as they are: tsx has to be asked for in each thread. */
import { register } from "tsx/esm/api";

register();
/** A name that the type checker does not follow: it allows no ending in .ts. */
const source = "./worker.ts";
await import(source);
