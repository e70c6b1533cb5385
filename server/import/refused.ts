import type { ImportRefusal } from "../../app/domain/files/import";

/** Thrown while a file is read; it becomes the named reason. */
export class Refused extends Error {
  constructor(readonly refusal: ImportRefusal) {
    super(refusal);
  }
}
