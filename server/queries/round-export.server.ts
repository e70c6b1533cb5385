/** A whole round on paper and in a table: what every party at the table may read anyway. */
import { stringify } from "csv-stringify/sync";
import { inLanguage, type Language } from "../../app/domain/languages";
import {
  categoryPart,
  changePart,
  parsePart,
  partsInOrder,
  questionPart,
} from "../../app/domain/statements/parts";
import { translator } from "../../app/messages/server.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableRound } from "./readable-round.server";
import { type RoundPage, roundPage } from "./round-page.server";
import { type StatementLine, statementsOf } from "./statement-lines.server";

export interface RoundPrint extends RoundPage {
  /** The latest statement of each party that has given one, in the order of the recipients. */
  statements: { party: string; statement: StatementLine }[];
  order: string[];
}

export async function roundPrint(services: Services, viewer: Viewer, slug: string): Promise<RoundPrint> {
  const { round } = await readableRound(services, viewer, slug);
  const page = await roundPage(services, viewer, slug);
  const statements = await Promise.all(
    page.recipients.map(async ({ party }) => {
      const [statement] = await statementsOf(services.db, round.id, party.id);
      return statement ? [{ party: party.name, statement }] : [];
    }),
  );
  return { ...page, statements: statements.flat(), order: orderOf(page) };
}

const orderOf = ({ categories, questions }: RoundPage) =>
  partsInOrder(
    categories.map(({ id }) => id),
    questions.map(({ id }) => id),
  );

/**
 * Semicolons and a byte order mark, as spreadsheets in Finland expect; a cell that a spreadsheet would run as a
 * formula begins with an apostrophe. One row for each part of each statement, and one for a party without any.
 */
export async function roundCsv(
  services: Services,
  viewer: Viewer,
  slug: string,
  language: Language,
): Promise<string> {
  const page = await roundPrint(services, viewer, slug);
  const { t } = translator(language);
  const subjects = new Map<string, string>([["whole", t("statements.csv.whole")]]);
  for (const { id, label } of page.categories) {
    subjects.set(categoryPart(id), inLanguage(label, language));
    subjects.set(changePart(id), inLanguage(label, language));
  }
  for (const { id, text } of page.questions) subjects.set(questionPart(id), text);
  const kindOf = (part: string) => {
    const kind = parsePart(part)?.kind;
    return kind === "change" || kind === "question"
      ? t(`statements.csv.${kind}`)
      : t("statements.csv.statement");
  };
  const rows = page.recipients.flatMap(({ party, status, isLate }) => {
    const state = t(`statements.status.${status === "given" && isLate ? "givenLate" : status}`);
    const given = page.statements.find((one) => one.party === party.name)?.statement;
    if (!given) return [[party.name, state, ...Array(10).fill("")]];
    return page.order.flatMap((part) => {
      const text = given.parts[part];
      if (!text) return [];
      const change = page.changes.find(
        (one) => one.partyId === party.id && one.categoryId !== null && changePart(one.categoryId) === part,
      );
      return [
        [
          ...[party.name, state, given.organ, given.section ?? "", given.organDate ?? "", given.sentAt],
          ...[kindOf(part), subjects.get(part) ?? part, text],
          change?.answer ? t(`statements.answer.${change.answer.answer}`) : "",
          change?.answer?.reason ?? "",
          given.isExample ? t("statements.csv.yes") : "",
        ],
      ];
    });
  });
  const head = [
    ...(["party", "status", "organ", "section", "date", "sentAt", "kind", "subject", "text"] as const),
    ...(["answer", "reason", "example"] as const),
  ].map((key) => t(`statements.csv.${key}`));
  return stringify([head, ...rows], {
    delimiter: ";",
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
