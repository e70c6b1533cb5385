import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PresentPerson } from "../../protocol/collab";
import { Avatar } from "../../ui/page";
import { useClosing } from "../../ui/use-closing";
import { PeopleIcon } from "./tool-icons";

/** Avatars before "+N". */
const AVATARS_MAX = 4;

interface Props {
  people: PresentPerson[];
  ownId: string;
}

/** Who is here, by party: avatars in the site header, and the whole list behind them. */
export function PeopleHere({ people, ownId }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLDetailsElement>(null);
  useClosing(list, "");
  // Somebody with two tabs is one person.
  const persons = [...new Map(people.map((person) => [person.personId, person])).values()];
  if (persons.length === 0) return null;
  const first = persons.slice(0, persons.length > AVATARS_MAX + 1 ? AVATARS_MAX : persons.length);
  const more = persons.length - first.length;
  return (
    <details className="people-menu" ref={list}>
      <summary className="people" aria-label={t("board.people.hereCount", { count: persons.length })}>
        {first.map(({ personId, party, name, color }) => (
          <span key={personId} className="people__one" aria-hidden="true">
            <Avatar name={party ?? name} color={color} />
          </span>
        ))}
        {more > 0 && (
          <span className="avatar people__more" aria-hidden="true">
            {t("board.people.more", { count: more })}
          </span>
        )}
        <span className="people__count" aria-hidden="true">
          <PeopleIcon /> {persons.length}
        </span>
      </summary>
      <div className="menu-popover people-list">
        <h3>{t("board.people.hereCount", { count: persons.length })}</h3>
        <ul>
          {persons.map(({ personId, party, name, color }) => (
            <li key={personId}>
              <span aria-hidden="true">
                <Avatar name={party ?? name} color={color} size={24} />
              </span>
              <span>
                {party ?? t("board.people.noParty")}
                <span className="muted">
                  {" "}
                  · {name}
                  {personId === ownId && ` (${t("board.people.you")})`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
