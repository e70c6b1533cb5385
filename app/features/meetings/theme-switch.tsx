import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths";
import { Button } from "../../ui/button";

/** Dark or light, for the room that the wall is in. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Form method="post" action={paths.theme()} className="row" preventScrollReset>
      <input type="hidden" name="to" value={pathname} />
      {(["light", "dark"] as const).map((theme) => (
        <Button key={theme} type="submit" variant="quiet" name="theme" value={theme}>
          {t(`session.menu.themes.${theme}`)}
        </Button>
      ))}
    </Form>
  );
}
