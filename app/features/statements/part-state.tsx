import { useTranslation } from "react-i18next";
import type { SharedDocument } from "../../collab/use-document";
import { formatList } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";
import { useSaveWords } from "../board/save-words";

/** Whether a part is saved, and who else has it open. */
export function PartState({ shared }: { shared: SharedDocument }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { long } = useSaveWords(shared.state);
  const others = shared.people.filter(({ connectionId }) => connectionId !== shared.connectionId);
  return (
    <p className="statement-part__state">
      <span className="note-state" data-state={shared.state.kind}>
        {long}
      </span>
      {others.length > 0 && (
        <span>
          {t("statements.write.alsoHere", {
            names: formatList([...new Set(others.map(({ name }) => name))], language),
          })}
        </span>
      )}
    </p>
  );
}
