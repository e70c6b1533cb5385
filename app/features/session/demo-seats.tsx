import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../domain/policy";
import { paths } from "../../paths";
import { Avatar, Badge } from "../../ui/page";

interface Seat {
  seat: string;
  name: string;
  shortName: string | null;
  color: number;
  role: Role;
}
interface Group {
  group: "municipalities" | "region" | "others" | "duties";
  seats: Seat[];
}

/** The seats of the demo, one press each. The whole document comes anew: it is another reader's. */
export function DemoSeats({ groups, current, to }: { groups: Group[]; current: string | null; to: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={paths.demoSignIn()} reloadDocument>
      <input type="hidden" name="to" value={to} />
      {groups.map(({ group, seats }) => (
        <section key={group} className="seat-group" aria-labelledby={`seats-${group}`}>
          <h2 id={`seats-${group}`}>{t(`session.demo.groups.${group}`)}</h2>
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
      ))}
    </Form>
  );
}
