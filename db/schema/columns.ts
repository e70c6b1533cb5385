/** Kinds of columns that many tables have. */
import type { ColumnType } from "kysely";

/** Filled in by the database, never changed. */
export type Created = ColumnType<Date, Date | undefined, never>;
/** Read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
/** The same, where there may be nothing. */
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, never>;
/** Grows with each row: the order in which things were said. */
export type Order = ColumnType<number, never, never>;
/** A time that is written once, by the application's clock. */
export type Once = ColumnType<Date, Date, never>;
