import "../../styles/meetings.css";
import "../../styles/meetings-people.css";
import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { QrCode } from "../../../server/qr-code.server";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Notice, Page } from "../../ui/page";

interface Props {
  meeting: { slug: string; number: number; year: number };
  canMake: boolean;
  /** Made just now; shown once, because only its hash is kept. */
  made: { code: QrCode; address: string } | null;
}

/** The code that opens one's own seat on a telephone. */
export function SeatCodePage({ meeting, canMake, made }: Props) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  return (
    <Page
      narrow
      title={t("meetings.seat.title")}
      lead={t("meetings.seat.lead")}
      actions={
        <LinkButton to={paths.meeting(meeting.slug)}>
          {t("meetings.name", { number: meetingNumber(meeting) })}
        </LinkButton>
      }
    >
      {made && (
        <div className="seat-code">
          {/* Always dark on light: cameras read no other. */}
          <svg
            viewBox={`-4 -4 ${made.code.size + 8} ${made.code.size + 8}`}
            role="img"
            className="seat-code__image"
          >
            <title>{t("meetings.seat.code")}</title>
            <path d={made.code.path} fill="#000000" />
          </svg>
          <p>
            <a href={made.address}>{t("meetings.seat.address")}</a>
          </p>
        </div>
      )}
      {canMake ? (
        <Form method="post" action={paths.seatCode(meeting.slug)}>
          <p className="muted">{t("meetings.seat.hint")}</p>
          <Button type="submit" variant={made ? "plain" : "primary"} disabled={isBusy}>
            {t(made ? "meetings.seat.makeAnew" : "meetings.seat.make")}
          </Button>
        </Form>
      ) : (
        <Notice>{t("meetings.seat.closed")}</Notice>
      )}
    </Page>
  );
}
