import { useTranslation } from "react-i18next";
import type { PastPosition, PositionText } from "../../protocol/positions-data";
import { formatDate, formatDateTime } from "../../ui/format";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { TextDifference } from "./text-difference";

interface Props {
  position: PastPosition;
  /** Of a stale one: the text it was given on, and the present one. */
  givenOn?: PositionText | null | undefined;
  text?: PositionText | null | undefined;
}

/** Everything that is known of one position but its value: reason, who, when, by which organ, and on what text. */
export function PositionDetail({ position, givenOn, text }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { value, reason, told } = position;
  const organ = [
    position.organ,
    position.section,
    position.organDate && formatDate(position.organDate, language),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <div className="pos-detail">
      {value === null ? (
        <p>{t("positions.detail.takenBack")}</p>
      ) : (
        reason && <p className="pos-detail__reason">{reason}</p>
      )}
      <p className="pos-detail__facts">
        {position.isExample && <Badge>{t("positions.example")}</Badge>}{" "}
        {told
          ? t("positions.detail.enteredBy", { name: position.givenBy })
          : t("positions.detail.givenBy", { name: position.givenBy })}
        {" · "}
        <time dateTime={position.givenAt}>{formatDateTime(position.givenAt, language)}</time>
      </p>
      {told && (
        <p className="pos-detail__facts">
          {t("positions.detail.toldBy", { name: told.by, time: formatDateTime(told.at, language) })}
        </p>
      )}
      {value !== null && (
        <p className="pos-detail__facts">
          {organ ? t("positions.detail.organ", { organ }) : t("positions.detail.preliminary")}
        </p>
      )}
      {givenOn && text && (
        <>
          <p className="pos-detail__before">{t("positions.detail.before")}</p>
          <TextDifference before={givenOn} after={text} />
        </>
      )}
    </div>
  );
}
