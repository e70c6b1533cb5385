import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

export type ButtonVariant = "plain" | "primary" | "quiet" | "danger";

const classOf = (variant: ButtonVariant, more?: string) =>
  ["button", variant !== "plain" && `button--${variant}`, more].filter(Boolean).join(" ");

/** A native button: works in forms without JavaScript. */
export function Button({
  variant = "plain",
  className,
  type = "button",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { variant?: ButtonVariant }) {
  return <button type={type} className={classOf(variant, className)} {...rest} />;
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function LinkButton({
  variant = "plain",
  className,
  ...rest
}: LinkProps & { variant?: ButtonVariant }) {
  return <Link className={classOf(variant, className)} {...rest} />;
}
