/** Reads the forms of app/protocol/position-form.ts. */
import { fieldOf, type PositionField } from "../../../app/protocol/position-form";
import { cleanText, textOf } from "../../form.server";
import type { GivenPosition, GivenPositions } from "./give-all-positions.server";
import type { OrganWords } from "./position-words.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The organ's fields, once a form. */
export function organOf(form: FormData): OrganWords {
  return {
    organ: textOf(form, "organ"),
    section: textOf(form, "section"),
    organDate: textOf(form, "organDate"),
  };
}

/** The party that a form names, or none. */
export function partyOf(form: FormData): string | undefined {
  const id = textOf(form, "party");
  return UUID.test(id) ? id : undefined;
}

/** A form about one subject, with the plain names. */
export function onePosition(form: FormData, categoryId: string | null): GivenPosition {
  return positionOf(categoryId, (field) => (form.has(field) ? textOf(form, field) : undefined));
}

/**
 * A form about many: those that have a value, or only the one that the pressed button names in `only`. Read in one pass:
 * looking each field up among all the others would take long in a form of hundreds.
 */
export function manyPositions(form: FormData): Pick<GivenPositions, "partyId" | "positions"> & OrganWords {
  const texts = new Map<string, string>();
  for (const [name, value] of form) if (!texts.has(name)) texts.set(name, cleanText(value));
  const prefix = fieldOf("value", "");
  const only = texts.get("only");
  const ids = [...texts.keys()].filter((name) => name.startsWith(prefix)).map((n) => n.slice(prefix.length));
  const wanted = only === undefined ? ids : [only];
  return {
    partyId: partyOf(form),
    ...organOf(form),
    positions: wanted
      .map((id) => positionOf(id === "" ? null : id, (field) => texts.get(fieldOf(field, id))))
      .filter(({ value }) => value !== "" || only !== undefined),
  };
}

function positionOf(
  categoryId: string | null,
  read: (field: PositionField) => string | undefined,
): GivenPosition {
  const after = read("after");
  return {
    categoryId,
    value: read("value") ?? "",
    reason: read("reason") ?? "",
    shownHash: read("hash") ?? "",
    afterId: after === undefined ? undefined : after === "" ? null : after,
    shownText: read("shown"),
  };
}
