import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import type { ItemView, MeetingData } from "../../protocol/meeting-data";
import { LinkButton } from "../../ui/button";
import { DecisionCard } from "../decisions/decision-card";

interface Props {
  item: ItemView;
  data: MeetingData;
}

/** The decisions of the item: what is put to the parties, and what was stated. */
export function ItemDecisions({ item, data }: Props) {
  const { t } = useTranslation();
  const mayPropose = data.may.propose && item.draft && data.meeting.state !== "cancelled";
  if (item.decisions.length === 0 && !mayPropose) return null;
  return (
    <div className="meeting-decisions">
      {item.decisions.map((card) => (
        <DecisionCard key={card.id} card={card} />
      ))}
      {mayPropose && item.draft && (
        <LinkButton to={paths.newDecision(item.draft.slug, { item: item.id })}>
          {t("decisions.propose.open")}
        </LinkButton>
      )}
    </div>
  );
}
