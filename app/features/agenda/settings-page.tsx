import "../../styles/agenda.css";
import { Form, Link, useLocation, useNavigation } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingSettings } from "../../../server/queries/meeting-settings.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { meetingNumber } from "../../domain/meetings/meeting";
import { paths } from "../../paths";
import { Button, LinkButton } from "../../ui/button";
import { Badge, Notice, Page } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { type FormAnswer, fieldOf } from "../initiatives/form-answer";
import { AgendaEditor } from "./agenda-editor";
import { InvitationPanel } from "./invitation-panel";
import { MeetingFields } from "./meeting-fields";

const DONE = [
  ...["created", "change-meeting", "add-item", "change-item", "move-up", "move-down", "remove-item"],
  ...["restore-item", "attach", "remove-attachment", "invite", "cancel", "one-click"],
] as const;
type Done =
  | "created"
  | "change-meeting"
  | "add-item"
  | "change-item"
  | "move-up"
  | "move-down"
  | "remove-item"
  | "restore-item"
  | "attach"
  | "remove-attachment"
  | "invite"
  | "cancel"
  | "one-click";
const isDone = (done: string): done is Done => (DONE as readonly string[]).includes(done);

interface Props {
  page: MeetingSettings;
  /** The intent of what was done just now, or empty. */
  done: string;
  answer: FormAnswer | undefined;
}

/** Preparing a meeting: its facts, its agenda with attachments, its invitation. */
export function SettingsPage({ page, done, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  useFreshPage(page.documentId, ["meeting"]);
  useFocusAfterMove(done);
  const moved = useMovedWords(page, done);
  return (
    <Page
      title={t("agenda.settings.title")}
      lead={
        <>
          <Link to={paths.meetings(page.table.slug)}>{inLanguage(page.table.name, language)}</Link> ·{" "}
          {t("agenda.list.meeting", { number: meetingNumber(page) })}{" "}
          {page.isExample && <Badge>{t("agenda.list.example")}</Badge>}
        </>
      }
      actions={
        <>
          <LinkButton to={paths.agenda(page.slug)}>{t("agenda.title")}</LinkButton>
          <LinkButton variant="primary" to={paths.meeting(page.slug)}>
            {t("agenda.settings.open")}
          </LinkButton>
        </>
      }
    >
      <div role="status">
        {isDone(done) && !answer && <Notice kind="ok">{moved ?? t(`agenda.done.${done}`)}</Notice>}
      </div>
      {answer && !answer.field && <Notice kind="error">{t(answer.error, answer.values ?? {})}</Notice>}
      {!page.isOpen && (
        <Notice>
          {t(page.state === "cancelled" ? "agenda.settings.cancelled" : "agenda.settings.closed")}
        </Notice>
      )}
      <div className="prepare">
        <AgendaEditor page={page} answer={answer} />
        <div className="stack">
          <InvitationPanel page={page} answer={answer} />
          {page.isOpen && <FactsForm page={page} answer={answer} />}
        </div>
      </div>
    </Page>
  );
}

function FactsForm({ page, answer }: { page: MeetingSettings; answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { error, typed } = fieldOf(answer, "change-meeting", t);
  const given = {
    ...page.facts,
    ...{ number: String(page.number), year: String(page.year), isInPerson: page.isInPerson },
  };
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{t("agenda.form.facts")}</h2>
      <Form method="post" action={paths.meetingSettings(page.slug)} noValidate>
        <MeetingFields given={given} error={error} typed={typed} />
        <Button type="submit" name="intent" value="change-meeting" disabled={isBusy}>
          {t("agenda.form.save")}
        </Button>
      </Form>
    </section>
  );
}

const isMove = (done: string) => done === "move-up" || done === "move-down";

/** "Asia on nyt kohdassa 2/7": said aloud, for those who do not see the list move. */
function useMovedWords({ items }: MeetingSettings, done: string): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const { hash } = useLocation();
  const item = isMove(done) ? items.find(({ id }) => hash === `#item-${id}`) : undefined;
  if (!item) return undefined;
  return t("agenda.settings.moved", {
    ...{ title: inLanguage(item.title, language), number: item.number, count: items.length },
  });
}

/** After a move the same button of the same item has the focus, so that it can be pressed again; at the end the other one. */
function useFocusAfterMove(done: string) {
  const { key, hash } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every arrival at the page is a move of its own
  useEffect(() => {
    if (!isMove(done) || !hash) return;
    const item = document.getElementById(hash.slice(1));
    const buttons = [`[value="${done}"]`, '[value^="move-"]'].map((one) =>
      item?.querySelector<HTMLButtonElement>(`${one}:not(:disabled)`),
    );
    buttons.find(Boolean)?.focus();
  }, [key]);
}
