/** The form in which a party gives, keeps or prepares its positions on many subjects: app/features/positions/give-page.tsx. */
import type { Outcome } from "../../../app/messages/problem";
import { fieldOf } from "../../../app/protocol/position-form";
import type { PositionRefusal } from "../../../app/protocol/positions-data";
import { idOf, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { confirmToldPosition } from "./confirm-told-position.server";
import { type GivenPosition, giveAllPositions } from "./give-all-positions.server";
import { keepPosition } from "./keep-position.server";
import { manyPositions } from "./position-form.server";
import { preparePosition } from "./prepare-position.server";
import { takeBackPosition } from "./take-back-position.server";

const ONE = ["keep", "takeBack", "confirmTold", "prepare"] as const;
export type GiveResult = Outcome & PositionRefusal;

/** How it went with each subject, by category id (empty for the draft as a whole). */
export interface GiveAnswer {
  deed: "give" | (typeof ONE)[number];
  outcomes: Record<string, GiveResult>;
}

/**
 * The pressed button says what is done: `keep`, `takeBack`, `confirmTold` and `prepare` name a subject (empty for the draft
 * as a whole), `prepareAll` means every subject with a choice; otherwise the positions are given, one with `only`. Each
 * subject has an outcome of its own; 403 and 404 as in the commands.
 */
export async function giveForm(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<GiveAnswer> {
  const one = ONE.find((name) => form.has(name));
  if (one) {
    const subject = textOf(form, one);
    form.set("only", subject);
    if (one !== "prepare") idOf(form, fieldOf("after", subject)); // 404 for what no page of ours sends
    const { partyId, positions } = manyPositions(form);
    const outcome = await actOn(services, viewer, { slug, partyId, deed: one }, positions[0]!);
    return { deed: one, outcomes: { [subject]: outcome } };
  }
  const { positions, ...rest } = manyPositions(form);
  const outcomes: GiveAnswer["outcomes"] = {};
  if (form.has("prepareAll")) {
    for (const position of positions)
      outcomes[position.categoryId ?? ""] = await actOn(
        services,
        viewer,
        { slug, partyId: rest.partyId, deed: "prepare" },
        position,
      );
    return { deed: "prepare", outcomes };
  }
  const given = await giveAllPositions(services, viewer, { slug, ...rest, positions });
  for (const [n, outcome] of given.entries()) outcomes[positions[n]!.categoryId ?? ""] = outcome;
  return { deed: "give", outcomes };
}

async function actOn(
  services: Services,
  viewer: Viewer,
  { slug, partyId, deed }: { slug: string; partyId: string | undefined; deed: GiveAnswer["deed"] },
  position: GivenPosition,
): Promise<GiveResult> {
  const { categoryId, value, reason, shownHash, shownText, afterId } = position;
  const subject = { slug, categoryId, partyId };
  const positionId = afterId ?? "";
  switch (deed) {
    case "keep":
      return keepPosition(services, viewer, { ...subject, shownHash, shownText, positionId });
    case "takeBack":
      return takeBackPosition(services, viewer, { ...subject, positionId });
    case "confirmTold":
      return confirmToldPosition(services, viewer, { slug, positionId });
    default:
      return preparePosition(services, viewer, { ...subject, value, reason });
  }
}
