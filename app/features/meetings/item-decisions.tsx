import type { ItemView, MeetingData } from "../../protocol/meeting-data";

interface Props {
  item: ItemView;
  data: MeetingData;
}

/** The decisions of the item: what is put to the parties, and what was stated. */
export function ItemDecisions({ item }: Props) {
  return item.decisions.length === 0 ? null : null;
}
