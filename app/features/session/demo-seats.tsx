import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage, type Localized } from "../../domain/languages";
import type { Role } from "../../domain/policy";
import { paths } from "../../paths";
import { Avatar, Badge } from "../../ui/page";
import { useLanguage } from "../../ui/use-language";

interface Seat {
  seat: string;
  name: string;
  shortName: string | null;
  color: number;
  role: Role;
}
interface Region {
  slug: string;
  name: Localized;
  /** Where its seats lead to. */
  draft: string | null;
  groups: { group: "municipalities" | "region" | "others" | "duties"; seats: Seat[] }[];
}
interface Props {
  regions: Region[];
  current: string | null;
  /** Where the reader was going, or null. */
  to: string | null;
}

/** The seats of the demo by region, one press each. The whole document comes anew: it is another reader's. */
export function DemoSeats({ regions, current, to }: Props) {
  const language = useLanguage();
  return (
    <>
      {regions.map(({ slug, name, draft, groups }) => (
        <Form key={slug} method="post" action={paths.demoSignIn()} reloadDocument>
          <input type="hidden" name="to" value={to ?? (draft ? paths.draft(draft) : paths.home())} />
          <h2 className="seat-region">{inLanguage(name, language)}</h2>
          {groups.map(({ group, seats }) => (
            <SeatGroup key={group} id={`seats-${slug}-${group}`} {...{ group, seats, current }} />
          ))}
        </Form>
      ))}
    </>
  );
}

interface GroupProps {
  id: string;
  group: Region["groups"][number]["group"];
  seats: Seat[];
  current: string | null;
}

function SeatGroup({ id, group, seats, current }: GroupProps) {
  const { t } = useTranslation();
  return (
    <section className="seat-group" aria-labelledby={id}>
      <h3 id={id}>{t(`session.demo.groups.${group}`)}</h3>
      <ul className="seat-grid">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <button type="submit" name="seat" value={seat.seat} className="seat">
              <span aria-hidden="true">
                <Avatar name={seat.shortName ?? seat.name} color={seat.color} size={36} />
              </span>
              <span className="seat__words">
                <span className="seat__name">{seat.name}</span>
                <span className="seat__role">
                  {[t(`tables.roles.${seat.role}`), seat.shortName]
                    .filter((words) => words && words !== seat.name)
                    .join(" · ")}
                </span>
              </span>
              {seat.seat === current && <Badge kind="ok">{t("session.demo.current")}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
