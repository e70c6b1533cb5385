import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { InitiativeStory } from "../../../server/queries/initiative-page.server";
import type { Signatory } from "../../domain/initiatives/initiative";
import { inLanguage } from "../../domain/languages";
import { formatDate } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";

/** Who and when, what it is about, and the grounds: the same on the page and in the public summary. */
export function StoryFacts({ story, children }: { story: InitiativeStory; children?: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = inLanguage(story.text, language);
  const isInitiative = story.kind === "initiative";
  return (
    <section className="card story-facts">
      <dl className="story-facts__list">
        {story.signatories.length > 0 && (
          <Fact label={t("initiatives.facts.signatories")}>
            <People people={story.signatories} />
          </Fact>
        )}
        {isInitiative && (
          <Fact label={t("initiatives.facts.submitted")}>
            {story.submittedOn
              ? formatDate(story.submittedOn, language)
              : t(story.source ? "initiatives.facts.noDate" : "initiatives.facts.dateUnknown")}
          </Fact>
        )}
        {story.targetYear && (
          <Fact label={t("initiatives.facts.targetYear")}>{String(story.targetYear)}</Fact>
        )}
        {story.responseBody && (
          <Fact label={t("initiatives.facts.responseBody")}>{inLanguage(story.responseBody, language)}</Fact>
        )}
        {story.preparedBy.length > 0 && (
          <Fact label={t("initiatives.facts.preparedBy")}>
            <People people={story.preparedBy} />
          </Fact>
        )}
        {story.presentedBy.length > 0 && (
          <Fact label={t("initiatives.facts.presentedBy")}>
            <People people={story.presentedBy} />
          </Fact>
        )}
      </dl>
      {text && (
        <>
          <h2>{t("initiatives.facts.text")}</h2>
          <p className="initiative-words">{text}</p>
        </>
      )}
      {story.grounds.length > 0 && (
        <>
          <h2>{t("initiatives.facts.grounds")}</h2>
          <ul className="bullets">
            {story.grounds.map((ground) => (
              <li key={ground.fi}>{inLanguage(ground, language)}</li>
            ))}
          </ul>
        </>
      )}
      {story.source && <p className="muted">{t("initiatives.facts.source", { source: story.source })}</p>}
      {children}
    </section>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function People({ people }: { people: Signatory[] }) {
  return (
    <ul className="story-facts__people">
      {people.map(({ name, title }) => (
        <li key={name}>
          {name}
          {title && <span className="muted">, {title}</span>}
        </li>
      ))}
    </ul>
  );
}
