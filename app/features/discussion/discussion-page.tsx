import "../../styles/discussion.css";
import { Link, useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftDiscussion } from "../../../server/queries/draft-discussion.server";
import { useFreshPage } from "../../collab/use-document-news";
import { inLanguage } from "../../domain/languages";
import { paths } from "../../paths";
import type { ThreadData } from "../../protocol/discussion-data";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/field";
import { Badge, EmptyState, Notice } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { DraftPage } from "../drafts/draft-page";
import { useAnswer } from "../session/use-answer";
import { discussionAddress } from "./discussion-address";
import { OpenForm } from "./open-form";
import { placeName, placeValue } from "./place-name";
import { countsOf, DISCUSSION_FILTERS, type DiscussionFilter, useShownThreads } from "./shown-threads";
import { Told } from "./talk-form";
import { type TalkPlace, ThreadView } from "./thread-view";
import { useGoToComment } from "./use-go-to-comment";

interface Props extends DraftDiscussion {
  show: DiscussionFilter;
  /** Names after "@" of the comment just sent that reached nobody, for pages without JavaScript. */
  unreached: string[];
}

/** Every thread of the draft, and a form that begins the next. */
export function DiscussionPage({ frame, threads, choices, canComment, show, unreached, ...page }: Props) {
  const { t } = useTranslation();
  const { slug } = frame;
  const { revalidate } = useRevalidator();
  const shown = useShownThreads(threads, show);
  useGoToComment();
  useFreshPage(frame.documentId, ["discussion"]);
  const place: TalkPlace = { slug, action: paths.discussion(slug), choices, canComment, onSent: revalidate };
  return (
    <DraftPage frame={frame} title={t("discussion.title")} lead={t("discussion.lead")}>
      {unreached.length > 0 && (
        <div role="status">
          <Notice kind="warning">
            <Told unreached={unreached} />
          </Notice>
        </div>
      )}
      <div className={canComment ? "draft-columns" : undefined}>
        <div>
          <Filters slug={slug} threads={threads} show={show} readAt={page.readAt} />
          {shown.length === 0 && (
            <EmptyState title={t(`discussion.empty.${show}`)}>
              {show === "all" && canComment && t("discussion.empty.hint")}
            </EmptyState>
          )}
          {shown.map((thread) => (
            <OneThread key={thread.id} place={place} thread={thread} />
          ))}
        </div>
        {canComment ? (
          <section className="card" aria-labelledby="new-thread">
            <h3 id="new-thread">{t("discussion.form.newTitle")}</h3>
            <OpenForm {...place}>
              <Subject categories={page.categories} versions={page.versions} />
            </OpenForm>
          </section>
        ) : (
          <p className="muted">
            {t(frame.state === "archived" ? "discussion.archived" : "discussion.observersMayNot")}
          </p>
        )}
      </div>
    </DraftPage>
  );
}

function OneThread({ place, thread }: { place: TalkPlace; thread: ThreadData }) {
  const { t } = useTranslation();
  const name = placeName(t, useLanguage(), thread.place);
  const about = thread.place;
  return (
    <ThreadView
      {...place}
      thread={thread}
      name={name}
      head={
        <>
          <h3 className="thread__title">
            {about.kind === "draft" && name}
            {about.kind === "category" && <Link to={paths.draft(place.slug, about.categoryId)}>{name}</Link>}
            {about.kind === "passage" &&
              (about.isGone ? name : <Link to={paths.passage(place.slug, thread.id)}>{name}</Link>)}
            {about.kind === "version" && <Link to={paths.version(place.slug, about.number)}>{name}</Link>}
          </h3>
          {about.kind === "passage" && about.isGone && <Badge kind="change">{t("texts.margin.gone")}</Badge>}
          {about.kind === "category" && about.isRemoved && (
            <Badge kind="change">{t("discussion.place.removed")}</Badge>
          )}
        </>
      }
    />
  );
}

function Filters({
  slug,
  threads,
  show,
  readAt,
}: Pick<Props, "threads" | "show" | "readAt"> & { slug: string }) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const counts = countsOf(threads);
  const action = paths.discussion(slug);
  return (
    <div className="talk-tools">
      <nav aria-label={t("discussion.filter.name")} className="talk-filters">
        {DISCUSSION_FILTERS.map((filter) => (
          <Link
            key={filter}
            to={discussionAddress(slug, { show: filter })}
            className="talk-filters__one"
            aria-current={filter === show ? "page" : undefined}
            preventScrollReset
          >
            {t(`discussion.filter.${filter}`, { count: counts[filter] })}
          </Link>
        ))}
      </nav>
      {counts.unread > 0 && (
        <form
          method="post"
          action={action}
          onSubmit={(event) => {
            event.preventDefault();
            const body = new URLSearchParams({ intent: "read", until: readAt });
            const headers = { Accept: "application/json" };
            void fetch(action, { method: "POST", body, headers }).then(revalidate, revalidate);
          }}
        >
          <input type="hidden" name="intent" value="read" />
          <input type="hidden" name="until" value={readAt} />
          <Button type="submit" variant="quiet">
            {t("discussion.markAllRead")}
          </Button>
        </form>
      )}
    </div>
  );
}

function Subject({ categories, versions }: Pick<Props, "categories" | "versions">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const typed = useAnswer({ intent: "open" }).typed("on", "draft");
  const words = (label: (typeof categories)[number]["label"]) =>
    inLanguage(label, language) || t("discussion.place.unnamed");
  return (
    <SelectField name="on" label={t("discussion.form.about")} defaultValue={typed}>
      <option value={placeValue({ kind: "draft" })}>{t("discussion.form.aboutDraft")}</option>
      <optgroup label={t("discussion.form.aboutCategories")}>
        {categories.map(({ id, label, isRemoved }) => (
          <option key={id} value={placeValue({ kind: "category", id })}>
            {isRemoved ? t("discussion.form.aboutRemoved", { label: words(label) }) : words(label)}
          </option>
        ))}
      </optgroup>
      {versions.length > 0 && (
        <optgroup label={t("discussion.form.aboutVersions")}>
          {versions.map(({ number, label }) => (
            <option key={number} value={placeValue({ kind: "version", id: number })}>
              {t("discussion.place.version", { number, label })}
            </option>
          ))}
        </optgroup>
      )}
    </SelectField>
  );
}
