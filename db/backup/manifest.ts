/** What a backup says of itself: `backup.json` comes first in the archive, `manifest.json` last. */
import { z } from "zod";

/** Raised when the archive itself changes, so that an older product refuses what it would misread. */
export const FORMAT = 1;
export const PRODUCT = "kumppanuuspoyta";
export const FIRST = "backup.json";
export const LAST = "manifest.json";

const about = z.object({
  product: z.literal(PRODUCT),
  format: z.number().int(),
  /** Of the product that made it. */
  version: z.string(),
  /** ISO 8601, UTC: the moment that the backup shows. */
  createdAt: z.iso.datetime(),
  /** Of Postgres, for a person who wonders. */
  postgres: z.string(),
  /** The migrations that had run, in order. */
  migrations: z.array(z.string()).min(1),
});

/** Known before any row is read. Tables stand in the order in which they can be filled. */
export const headerSchema = about.extend({
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the table's parts, put together: lines of COPY's text format. */
  bytes: z.number().int(),
  /** Of the same, hex. */
  sha256: z.string(),
});

/** Known when every row has been read. */
export const manifestSchema = about.extend({
  tables: z.array(tableSchema),
  /** What was wrong in the database already when the backup was made, one line each (`flaws.ts`). */
  flaws: z.array(z.string()),
});

export type Header = z.infer<typeof headerSchema>;
export type TableContent = z.infer<typeof tableSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** The name of a table's part in the archive; `n` from 1. */
export const partName = (table: string, n: number) => `${table}/${String(n).padStart(6, "0")}.copy`;
/** The table that a part belongs to. */
export const tableOfPart = (name: string) => name.split("/")[0] ?? "";

/** 1234567 → "1 234 567". */
const spaced = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, " ");
/** 1 → "1 row", 1234 → "1 234 rows". `many` when it is not the word with an s. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${spaced(count)} ${count === 1 ? one : many}`;
/** Bytes as a person reads them. */
export const sized = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
