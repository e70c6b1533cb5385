import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";

interface Props {
  label: string;
  trigger: ReactNode;
  triggerClass?: string;
  onAction: (key: string) => void;
  /** MenuItem, MenuSection and Separator of React Aria with the classes menu-item, menu-heading, menu-separator. */
  children: ReactNode;
}

/** A button that opens a menu, by pointer, keys and screen reader. Only for lazy parts. */
export function Menu({ label, trigger, triggerClass = "button", onAction, children }: Props) {
  return (
    <MenuTrigger>
      <Button className={triggerClass} aria-label={label}>
        {trigger}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <AriaMenu onAction={(key) => onAction(String(key))} style={{ outline: "none" }}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
