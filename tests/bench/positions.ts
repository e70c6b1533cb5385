/** The page of positions at its largest: every party's position on every category, many of them with a reason. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readSplit } from "../../app/collab/documents/split-document";
import { POSITION_VALUES } from "../../app/domain/positions/position";
import { subjectText } from "../../app/domain/positions/text";
import type { Split } from "../../app/domain/split/split";
import { paths } from "../../app/paths";
import { openDatabase } from "../../db/client";
import type { Secrets } from "../../db/cluster/secrets";
import { openDocument } from "../support/headless";
import type { RunningServer } from "../support/server";
import { renderCpu } from "./pages";
import type { Row } from "./table";

const PARTIES = 23;
/** Every so-many-th position has a reason of some hundred characters; of these, no two are the same. */
const REASONED = 3;
const KILOBYTE = 1000;

/** Parties and positions as rows of the server's own database: giving 920 by hand is not what is measured. */
async function fill({ dataDir }: RunningServer, slug: string, split: Split): Promise<number> {
  const secrets = JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8")) as Secrets;
  const address = `postgres://kp_app:${secrets.appPassword}@127.0.0.1:${secrets.port}/kumppanuuspoyta`;
  const db = openDatabase(address, { max: 1 });
  try {
    const draft = await db
      .selectFrom("drafts")
      .selectAll()
      .where("slug", "=", slug)
      .executeTakeFirstOrThrow();
    const seated = () =>
      db.selectFrom("table_parties").selectAll().where("table_id", "=", draft.table_id).execute();
    const { region_id } = await db.selectFrom("parties").select("region_id").executeTakeFirstOrThrow();
    for (let n = (await seated()).length; n < PARTIES; n++) {
      const { id } = await db
        .insertInto("parties")
        .values({
          ...{
            region_id,
            slug: `bench-${n}`,
            kind: "municipality",
            name: JSON.stringify({ fi: `Kunta ${n}` }),
          },
          ...{ genitive: `Kunta ${n}:n`, short_name: `Kunta ${n}`, color: n % 12 },
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await db
        .insertInto("table_parties")
        .values({ table_id: draft.table_id, party_id: id, position: n })
        .execute();
    }
    const categories = split.categories.filter(({ status }) => status !== "removed");
    const parties = await seated();
    const rows = categories.flatMap(({ id }, c) =>
      parties.map(({ party_id }, p) => {
        const n = c * parties.length + p;
        const text = subjectText(split, id)!;
        return {
          ...{ draft_id: draft.id, category_id: id, party_id, given_by: draft.created_by },
          ...{ value: POSITION_VALUES[n % POSITION_VALUES.length]!, content: text.content },
          // Every seventh is stale.
          content_hash: n % 7 === 0 ? "earlier" : text.hash,
          reason:
            n % REASONED === 0 ? `Perustelu ${n}: ${((n * 7919) % 99_991) ** 2} ${"sana ".repeat(15)}` : "",
        };
      }),
    );
    await db.insertInto("positions").values(rows).execute();
    return rows.length;
  } finally {
    await db.destroy();
  }
}

/** Processor time and compressed size of the page, as a proxy in front of the server compresses it. */
export async function measurePositions(
  server: RunningServer,
  { slug, documentId, cookie }: { slug: string; documentId: string; cookie: string },
): Promise<Row[]> {
  const { origin, pid } = server;
  const reader = await openDocument({ origin, cookie, documentId });
  const count = await fill(server, slug, readSplit(reader.doc));
  await reader.close();
  const what = `${PARTIES} parties × ${count / PARTIES} categories`;
  const page = { origin, cookie, path: paths.positions(slug) };
  const html = await (await fetch(new URL(page.path, origin), { headers: { cookie } })).text();
  const kilobytes = gzipSync(html).length / KILOBYTE;
  return [
    { what: `positions, ${what}: rendering`, result: await renderCpu(page, pid), goal: 300, unit: "ms CPU" },
    { what: `positions, ${what}: page, compressed`, result: kilobytes, goal: 150, unit: "KB" },
  ];
}
