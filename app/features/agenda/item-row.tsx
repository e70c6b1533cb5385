import { Form, Link, useSubmit } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { AgendaRow, MeetingSettings } from "../../../server/queries/meeting-settings.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { MoveButton } from "../../ui/move-button";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import type { FormAnswer } from "../initiatives/form-answer";
import { AttachForms } from "./attach-forms";
import { AttachmentLink } from "./attachment-link";
import { ItemForm } from "./item-form";

interface Props {
  page: MeetingSettings;
  item: AgendaRow;
  mayMoveUp: boolean;
  mayMoveDown: boolean;
  answer: FormAnswer | undefined;
}

/** One item: its words, its place in the order (buttons, or Alt and an arrow), its attachments, and forms behind disclosures. */
export function ItemRow({ page, item, mayMoveUp, mayMoveDown, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const submit = useSubmit();
  const title = inLanguage(item.title, language);
  const proposal = inLanguage(item.proposal, language);
  const action = paths.meetingSettings(page.slug);
  const own = answer?.typed.item === item.id ? answer : undefined;
  const moveByKeys = (event: KeyboardEvent<HTMLLIElement>) => {
    const isUp = event.key === "ArrowUp";
    if (!event.altKey || !(isUp ? mayMoveUp : event.key === "ArrowDown" && mayMoveDown)) return;
    event.preventDefault();
    submit(
      { item: item.id, intent: isUp ? "move-up" : "move-down" },
      { method: "post", action, preventScrollReset: true },
    );
  };
  return (
    // A shortcut for the buttons inside: each of them does the same.
    <li id={`item-${item.id}`} className="card agenda-row" onKeyDown={moveByKeys}>
      <div className="agenda-row__head">
        <h3>
          {item.number}. {title}
        </h3>
        <Badge>{t(`agenda.kind.${item.kind}`)}</Badge>
        {item.isHandled && <Badge kind="ok">{t("agenda.settings.handled")}</Badge>}
        {page.isOpen && (
          <Form method="post" action={action} className="agenda-row__moves" preventScrollReset>
            <input type="hidden" name="item" value={item.id} />
            <Move isUp title={title} isDisabled={!mayMoveUp} />
            <Move title={title} isDisabled={!mayMoveDown} />
          </Form>
        )}
      </div>
      {item.presenter && <p className="muted">{t("agenda.page.presenter", { presenter: item.presenter })}</p>}
      <p className={proposal ? "agenda__words" : "muted"}>{proposal || t("agenda.settings.noProposal")}</p>
      {item.draft && (
        <p>
          {t("agenda.page.handles")}{" "}
          <Link to={paths.draft(item.draft.slug)}>{inLanguage(item.draft.title, language)}</Link>
        </p>
      )}
      {item.attachments.length > 0 && (
        <ul className="agenda__attachments" aria-label={t("agenda.settings.attachments")}>
          {item.attachments.map((one) => (
            <li key={one.id}>
              <AttachmentLink slug={page.slug} attachment={one} />
              {page.isOpen && (
                <Form method="post" action={action} preventScrollReset>
                  <input type="hidden" name="attachment" value={one.id} />
                  <Button
                    type="submit"
                    variant="quiet"
                    name="intent"
                    value="remove-attachment"
                    aria-label={t("agenda.settings.removeAttachmentNamed", { number: one.number })}
                  >
                    {t("agenda.settings.removeAttachment")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {page.isOpen && (
        <div className="agenda-row__acts">
          <details open={own?.typed.intent === "change-item"}>
            <summary aria-label={t("agenda.settings.changeNamed", { title })}>
              {t("agenda.settings.change")}
            </summary>
            <ItemForm page={page} item={item} answer={own} />
          </details>
          <details open={own?.typed.intent === "attach" || own?.typed.intent === "attach-file"}>
            <summary aria-label={t("agenda.settings.attachNamed", { title })}>
              {t("agenda.settings.attach")}
            </summary>
            <AttachForms page={page} item={item} answer={own} />
          </details>
          {!item.isHandled && (
            <Form method="post" action={action} preventScrollReset>
              <input type="hidden" name="item" value={item.id} />
              <Button
                type="submit"
                variant="quiet"
                name="intent"
                value="remove-item"
                aria-label={t("agenda.settings.removeNamed", { title })}
              >
                {t("agenda.settings.remove")}
              </Button>
            </Form>
          )}
        </div>
      )}
    </li>
  );
}

function Move({ isUp = false, title, isDisabled }: { isUp?: boolean; title: string; isDisabled: boolean }) {
  const { t } = useTranslation();
  const move = t(isUp ? "agenda.settings.moveUp" : "agenda.settings.moveDown");
  return (
    <MoveButton
      isUp={isUp}
      words={move}
      named={t("agenda.settings.moveNamed", { move, title })}
      isDisabled={isDisabled}
    />
  );
}
