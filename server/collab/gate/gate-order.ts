/**
 * Are inserts put where an honest client puts them? Whoever inserts sees two neighbours side by side, and names them
 * as `origin` and `rightOrigin`. Neighbours that lie far apart make Yjs walk all that is between, for each insert:
 * measured, 20,000 such inserts (400 KB) stop `applyUpdate` for three minutes, on the server and in every browser.
 * What one client wrote in one update tells which of its own items lie side by side, without a look at the document.
 */
import * as Y from "yjs";

/** Updates with fewer structs cannot hurt, and are not looked at. */
const STRUCTS_FREE = 64;
/** Inserts of one client in one update that may say otherwise: others' text came between, an undo. */
const SURPRISES_MAX = 256;

const nameOf = (id: Y.ID) => `${id.client}:${id.clock}`;
const START = "start";
const END = "end";

/** Do too many inserts of one client name neighbours that its own inserts before show to lie apart? */
export function isPiledUp(structs: (Y.Item | Y.GC)[]): boolean {
  if (structs.length <= STRUCTS_FREE) return false;
  const first = structs[0]!.id;
  const starts = new Set(structs.map((struct) => struct.id.clock));
  const next = new Map<string, string>();
  const before = new Map<string, string>();
  /** Within one struct the clocks lie side by side, until something is put between. */
  const inside = (id: Y.ID) => id.client === first.client && id.clock > first.clock && !starts.has(id.clock);
  let surprises = 0;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { origin, rightOrigin, id } = struct;
    const left = origin ? nameOf(origin) : START;
    const right = rightOrigin ? nameOf(rightOrigin) : END;
    // Without neighbours the list itself is the place.
    const place = origin ? left : rightOrigin ? null : placeOf(struct);
    const after = origin && Y.createID(origin.client, origin.clock + 1);
    const knownNext = place && (next.get(place) ?? (after && inside(after) ? nameOf(after) : undefined));
    const knownBefore =
      rightOrigin &&
      (before.get(right) ??
        (inside(rightOrigin) ? nameOf(Y.createID(rightOrigin.client, rightOrigin.clock - 1)) : undefined));
    if ((knownNext && knownNext !== right) || (knownBefore && knownBefore !== left)) surprises++;
    if (surprises > SURPRISES_MAX) return true;
    if (place) next.set(place, nameOf(id));
    before.set(nameOf(id), left);
    next.set(nameOf(struct.lastId), right);
    if (rightOrigin) before.set(right, nameOf(struct.lastId));
  }
  return false;
}

/** The list of an item that names its parent: a root or a type, and the key in its map. */
function placeOf(item: Y.Item): string {
  const parent: unknown = item.parent;
  const name = parent instanceof Y.ID ? nameOf(parent) : `root ${String(parent)}`;
  return item.parentSub === null ? name + START : `${name} key ${item.parentSub}`;
}
