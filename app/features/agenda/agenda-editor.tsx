import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MeetingSettings } from "../../../server/queries/meeting-settings.server";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import type { FormAnswer } from "../initiatives/form-answer";
import { ItemForm } from "./item-form";
import { ItemRow } from "./item-row";

/** The items in their order, those that were removed, and the form that adds one. */
export function AgendaEditor({ page, answer }: { page: MeetingSettings; answer: FormAnswer | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { items, removed, isOpen } = page;
  return (
    <section aria-labelledby="items">
      <h2 id="items">{t("agenda.title")}</h2>
      {isOpen && items.length > 1 && <p className="muted">{t("agenda.settings.keys")}</p>}
      {items.length === 0 && (
        <EmptyState title={t("agenda.page.emptyTitle")}>{t("agenda.page.emptyText")}</EmptyState>
      )}
      <ol className="agenda-rows">
        {items.map((item, index) => (
          <ItemRow
            key={item.id}
            page={page}
            item={item}
            mayMoveUp={isOpen && !item.isHandled && index > 0 && !items[index - 1]!.isHandled}
            mayMoveDown={
              isOpen && !item.isHandled && index < items.length - 1 && !items[index + 1]!.isHandled
            }
            answer={answer}
          />
        ))}
      </ol>
      {isOpen && (
        <details className="card agenda-add" open={answer?.typed.intent === "add-item"}>
          <summary>{t("agenda.settings.addItem")}</summary>
          <ItemForm page={page} item={null} answer={answer} />
        </details>
      )}
      {removed.length > 0 && (
        <section className="agenda-removed" aria-labelledby="removed">
          <h3 id="removed">{t("agenda.settings.removedTitle")}</h3>
          <ul>
            {removed.map(({ id, title }) => {
              const name = inLanguage(title, language);
              return (
                <li key={id}>
                  <span>{name}</span>
                  {isOpen && (
                    <Form method="post" action={paths.meetingSettings(page.slug)} preventScrollReset>
                      <input type="hidden" name="item" value={id} />
                      <Button
                        type="submit"
                        name="intent"
                        value="restore-item"
                        aria-label={t("agenda.settings.restoreNamed", { title: name })}
                      >
                        {t("agenda.settings.restore")}
                      </Button>
                    </Form>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </section>
  );
}
