import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { categoryText, type TextField } from "../../collab/documents/split-document";
import { inLanguage, LANGUAGES, type Language } from "../../domain/languages";
import {
  type Category,
  LABEL_CHARACTERS_MAX,
  LEGAL_BASIS_CHARACTERS_MAX,
  QUESTION_CHARACTERS_MAX,
  RATIONALE_CHARACTERS_MAX,
} from "../../domain/split/split";
import { Button } from "../../ui/button";
import { Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";
import { putLabelBack, setLegalBasis, setQuestion } from "./board-actions";
import { PanelHistory } from "./panel-history";
import { PanelPositions } from "./panel-positions";
import { PanelTalk } from "./panel-talk";
import { PanelWish } from "./panel-wish";
import { SettledField } from "./settled-field";
import { SharedField } from "./shared-field";
import { SideControl } from "./side-control";
import type { BoardCommands } from "./use-board-commands";

/** Each number grows when the server says that there is more to tell. */
export interface PanelNews {
  historyVersion: number;
  positionsVersion: number;
  talkVersion: number;
  /** Something new was read: the cards' marks should be asked for again. */
  onTalkRead: () => void;
}

export interface CategoryPanelProps extends PanelNews {
  slug: string;
  doc: Y.Doc;
  category: Category;
  wish: string | undefined;
  canEdit: boolean;
  /** Another category of the same side has the same label (rule S7: a warning). */
  hasNamesake: boolean;
  knownLegalBases: string[];
  commands: BoardCommands;
  announce: (text: string) => void;
  warn: (text: string) => void;
  onEditing: (isEditing: boolean) => void;
  onClose: () => void;
}

/** Everything of one category, to be read and edited beside the board. */
export function CategoryPanel(props: CategoryPanelProps) {
  const { slug, doc, category, wish, canEdit, knownLegalBases, commands, onEditing } = props;
  const { t } = useTranslation();
  const { id, status } = category;
  return (
    <>
      <PanelTop category={category} onClose={props.onClose} />
      <SideControl
        value={category.sides}
        disabled={!canEdit}
        onChange={(sides) => commands.move(id, sides)}
      />
      <Texts {...props} />
      <section className="panel__section">
        {category.question ? (
          <>
            <SettledField
              label={t("board.panel.question")}
              value={category.question.text}
              maxLength={QUESTION_CHARACTERS_MAX}
              hint={t("board.panel.questionHint")}
              nothing="?"
              canEdit={canEdit}
              onEditing={onEditing}
              onSet={(text) => setQuestion(doc, id, text)}
            />
            {canEdit && (
              <div className="row">
                <Button onClick={() => commands.toggleQuestion(id)}>✓ {t("board.card.settle")}</Button>
              </div>
            )}
          </>
        ) : (
          <>
            <h3>{t("board.panel.question")}</h3>
            {canEdit ? (
              <Button onClick={() => commands.toggleQuestion(id)}>? {t("board.card.raise")}</Button>
            ) : (
              <p className="panel__nothing">{t("board.panel.noQuestion")}</p>
            )}
          </>
        )}
      </section>
      <section className="panel__section">
        <SettledField
          label={t("board.panel.legalBasis")}
          value={category.legalBasis ?? ""}
          maxLength={LEGAL_BASIS_CHARACTERS_MAX}
          hint={t("board.panel.legalBasisHint")}
          nothing={t("board.panel.noLegalBasis")}
          canEdit={canEdit}
          known={knownLegalBases}
          onEditing={onEditing}
          onSet={(words) => setLegalBasis(doc, id, words)}
        />
      </section>
      <PanelPositions
        slug={slug}
        category={category}
        version={props.positionsVersion}
        announce={props.announce}
      />
      <PanelWish slug={slug} categoryId={id} wish={wish} canEdit={canEdit} announce={props.announce} />
      <section className="panel__section">
        <h3>{t("board.panel.status")}</h3>
        <p>{t(`board.panel.statusText.${status}`)}</p>
        {canEdit && (
          <div className="row">
            {status === "active" && (
              <Button onClick={() => commands.propose(id)}>{t("board.card.propose")}</Button>
            )}
            {status === "proposedForRemoval" && (
              <Button onClick={() => commands.withdraw(id)}>{t("board.card.withdraw")}</Button>
            )}
            {status === "removed" ? (
              <Button onClick={() => commands.bringBack(id)}>{t("board.card.bringBack")}</Button>
            ) : (
              <Button variant="danger" onClick={() => commands.remove(id)}>
                {t("board.card.remove")}
              </Button>
            )}
          </div>
        )}
      </section>
      <PanelTalk
        slug={slug}
        category={{ id, label: category.label.fi }}
        version={props.talkVersion}
        onRead={props.onTalkRead}
      />
      <PanelHistory slug={slug} categoryId={id} version={props.historyVersion} />
    </>
  );
}

function PanelTop({ category, onClose }: { category: Category; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <div className="panel__top">
        {category.question && <Badge kind="question">? {t("board.openQuestion")}</Badge>}
        {category.status !== "active" && (
          <Badge kind="change">{t(`board.panel.statusText.${category.status}`)}</Badge>
        )}
        <button type="button" className="panel__close" aria-label={t("board.panel.close")} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <h2 className="panel__title" id="panel-title" tabIndex={-1}>
        {inLanguage(category.label, language) || t("board.unnamed")}
      </h2>
    </>
  );
}

function Texts({ doc, category, canEdit, hasNamesake, warn, onEditing }: CategoryPanelProps) {
  const { t } = useTranslation();
  const { id } = category;
  const field = useCallback(
    (name: TextField, language: Language) => categoryText(doc, id, name, language),
    [doc, id],
  );
  const translations = LANGUAGES.filter((language) => language !== "fi");
  const hasTranslations = translations.some((l) => category.label[l] || category.rationale[l]);
  const label = (language: Language) => (
    <SharedField
      key={`label-${language}`}
      label={t(`board.panel.label_${language}`)}
      text={field("label", language)}
      language={language}
      maxLength={LABEL_CHARACTERS_MAX}
      oneLine
      nothing={t("board.historyLine.nothing")}
      problem={language === "fi" && hasNamesake ? t("board.card.sameName") : null}
      canEdit={canEdit}
      onEditing={onEditing}
      {...(language === "fi" && {
        onLeave: (earlier: string) => {
          if (field("label", "fi")?.toString().trim()) return;
          putLabelBack(doc, id, "fi", earlier);
          warn(t("board.card.emptyName"));
        },
      })}
    />
  );
  const rationale = (language: Language) => (
    <SharedField
      key={`rationale-${language}`}
      label={t(`board.panel.rationale_${language}`)}
      text={field("rationale", language)}
      language={language}
      maxLength={RATIONALE_CHARACTERS_MAX}
      nothing={t("board.panel.noRationale")}
      hint={language === "fi" ? t("board.panel.rationaleHint") : ""}
      canEdit={canEdit}
      onEditing={onEditing}
    />
  );
  return (
    <>
      {label("fi")}
      {(canEdit || hasTranslations) && (
        <div className="panel__section">
          <details>
            <summary>{t("board.panel.labels")}</summary>
            {translations.map((language) => [label(language), rationale(language)])}
          </details>
        </div>
      )}
      {rationale("fi")}
    </>
  );
}
