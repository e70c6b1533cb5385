import { useTranslation } from "react-i18next";
import type { Role } from "../../domain/policy";
import { formatDate } from "../../ui/format";
import { Avatar } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

export interface ListedParty {
  id: string;
  name: string;
  shortName: string;
  color: number;
}
export interface ListedMember {
  id: string;
  name: string;
  partyId: string | null;
  role: Role;
  speaks: boolean;
  deputy: boolean;
  lastDay: string | null;
  isMe: boolean;
}

/** Each party of a table with those who sit there for it; last those who sit for none. */
export function PeopleByParty({ parties, members }: { parties: ListedParty[]; members: ListedMember[] }) {
  const { t } = useTranslation();
  const known = new Set(parties.map((party) => party.id));
  const others = members.filter((member) => !member.partyId || !known.has(member.partyId));
  return (
    <ul className="parties">
      {parties.map((party) => {
        const seated = members.filter((member) => member.partyId === party.id);
        return (
          <li key={party.id} className="parties__item">
            <span aria-hidden="true">
              <Avatar name={party.shortName} color={party.color} />
            </span>
            <div>
              <p className="parties__name">{party.name}</p>
              {seated.length === 0 && <p className="muted">{t("tables.page.noMembers")}</p>}
              <Members members={seated} />
            </div>
          </li>
        );
      })}
      {others.length > 0 && (
        <li className="parties__item">
          <span />
          <div>
            <p className="parties__name">{t("tables.page.withoutParty")}</p>
            <Members members={others} />
          </div>
        </li>
      )}
    </ul>
  );
}

function Members({ members }: { members: ListedMember[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul>
      {members.map((member) => (
        <li key={member.id}>
          {member.name}
          <span className="muted">
            {[
              "",
              t(`tables.roles.${member.role}`),
              member.speaks && t("tables.seat.speaks"),
              member.deputy && t("tables.seat.deputy"),
              member.lastDay && t("tables.seat.until", { date: formatDate(member.lastDay, language) }),
              member.isMe && t("tables.seat.me"),
            ]
              .filter((words, index) => index === 0 || (words && words !== member.name))
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
