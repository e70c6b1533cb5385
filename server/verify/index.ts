/** npm run verify: looks at an evidence bundle without a network, a database or a clock, and says in plain lines what it found. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { BUNDLE_BYTES_MAX, TOO_LARGE } from "../../app/domain/decisions/bundle-limits";
import { conclusionOf, findingWords } from "../../app/domain/decisions/finding-words";
import { type Verified, verifyBundle } from "../../app/domain/decisions/verify";
import { LANGUAGES, type Language } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { formatDateTime } from "../../app/ui/format";

export interface VerifyOptions {
  args: string[];
  /** The folder the person stands in. */
  folder: string;
  say: (line: string) => void;
  complain: (line: string) => void;
}

/** Exit codes: everything agrees; something was altered; there was nothing to look at. */
const [AGREES, ALTERED, UNREADABLE] = [0, 1, 2];

/** Answers the exit code. */
export function run({ args, folder, say, complain }: VerifyOptions): number {
  const asked = readArguments(args);
  const { t } = translator(asked?.language ?? "fi");
  if (!asked) {
    complain(t("seals.verify.command.usage"));
    return UNREADABLE;
  }
  let seen: Verified;
  try {
    const file = path.resolve(folder, asked.file);
    const isTooLarge = statSync(file).size > BUNDLE_BYTES_MAX;
    seen = isTooLarge ? TOO_LARGE : verifyBundle(new Uint8Array(readFileSync(file)), asked.seal);
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).syscall) throw cause;
    complain(t("seals.verify.command.noFile", { file: asked.file }));
    return UNREADABLE;
  }
  for (const finding of seen.findings) {
    const { check, ok, problem, at } = findingWords(finding);
    const mark = ok ? `✓ ${t("seals.verify.passed")}` : `✗ ${t("seals.verify.notPassed")}`;
    const why = problem ? `. ${t(`seals.verify.problem.${problem}`, { at })}` : "";
    say(`${mark}  ${t(`seals.verify.check.${check}`)}${why}`);
  }
  tell(seen, asked.language, say);
  say(t(`seals.verify.${conclusionOf(seen)}`));
  say(t("seals.verify.limit"));
  return seen.isUnreadable ? UNREADABLE : seen.ok ? AGREES : ALTERED;
}

function tell({ says }: Verified, language: Language, say: (line: string) => void): void {
  if (!says) return;
  const { t } = translator(language);
  const { content, seal, links, names } = says;
  say(
    t("seals.verify.saysDecision", {
      ...{ table: content.table.name, number: content.number },
      outcome: t(`decisions.outcome.${content.outcome}`),
    }),
  );
  say(t("seals.verify.saysText", { text: content.text }));
  say(t("seals.verify.saysStated", { time: formatDateTime(content.statedAt, language) }));
  const { frozenVersion, draft } = content;
  say(
    t("seals.verify.saysVersion", {
      ...{ draft: draft.title, number: frozenVersion.number, hash: frozenVersion.sha256 },
    }),
  );
  say(t("seals.verify.saysSeal", { hash: seal.sha256 }));
  say(t("seals.verify.saysPlace", { place: seal.place, links }));
  const positions = content.positions.map(
    ({ party, value }) => `${party} ${value ? t(`positions.values.${value}`) : t("seals.sealed.noValue")}`,
  );
  say(t("seals.verify.saysPositions", { positions: positions.join(", ") }));
  for (const name of Object.values(names)) say(t("seals.verify.saysName", { name }));
  say(t("seals.verify.readingCopies"));
}

interface Asked {
  file: string;
  seal: string | undefined;
  language: Language;
}

/** Null for what is no call of the command. */
function readArguments(args: string[]): Asked | null {
  let [file, seal, language]: [string | undefined, string | undefined, Language] = [
    undefined,
    undefined,
    "fi",
  ];
  for (let n = 0; n < args.length; n++) {
    const word = args[n]!;
    if (word === "--seal") {
      seal = args[++n];
      if (!seal) return null;
    } else if (word === "--lang") {
      const wanted = LANGUAGES.find((one) => one === args[n + 1]);
      if (!wanted) return null;
      language = wanted;
      n++;
    } else if (word.startsWith("--") || file !== undefined) return null;
    else file = word;
  }
  return file === undefined ? null : { file, seal, language };
}
