import "../../styles/agenda.css";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ComingMeeting } from "../../../server/queries/meetings-page.server";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/field";
import { formatDate } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";

interface Props {
  tableSlug: string;
  meetings: ComingMeeting[];
  /** A statement round, or the ready group of a draft's positions. */
  what: { round: string } | { draft: string };
}

/** Takes a round, or what all agree on, to the agenda of a coming meeting (rule K5). For who prepares meetings. */
export function OneClick({ tableSlug, meetings, what }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBusy = useNavigation().state === "submitting";
  const isRound = "round" in what;
  return (
    <section className="card one-click" aria-labelledby="one-click">
      <h2 id="one-click">{t("agenda.oneClick.title")}</h2>
      <p className="muted">{t(isRound ? "agenda.oneClick.lead" : "agenda.oneClick.leadReady")}</p>
      {meetings.length === 0 ? (
        <p>
          <Link to={paths.meetings(tableSlug)}>{t("agenda.oneClick.none")}</Link>
        </p>
      ) : (
        <Form method="post" action={`${paths.meetings(tableSlug)}?index`}>
          {isRound ? (
            <input type="hidden" name="round" value={what.round} />
          ) : (
            <input type="hidden" name="draft" value={what.draft} />
          )}
          <SelectField name="meeting" label={t("agenda.oneClick.meeting")}>
            {meetings.map((meeting) => (
              <option key={meeting.slug} value={meeting.slug}>
                {[
                  inLanguage(meeting.table.name, language),
                  meetingNumber(meeting),
                  formatDate(meeting.startsAt, language),
                ].join(" · ")}
              </option>
            ))}
          </SelectField>
          <Button type="submit" name="intent" value={isRound ? "round-item" : "ready-item"} disabled={isBusy}>
            {t("agenda.oneClick.submit")}
          </Button>
        </Form>
      )}
    </section>
  );
}
