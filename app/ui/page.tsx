import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** The main landmark of a page with its heading. */
export function Page({ title, lead, actions, narrow, children }: Props) {
  return (
    <main id="content" className={narrow ? "page page--narrow" : "page"} tabIndex={-1}>
      <div className="page__head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="page__lead">{lead}</p>}
        </div>
        {actions && <div className="page__actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}

/** What stands where a list is empty: what comes here, and how. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Something the reader should know now. Errors are announced. */
export function Notice({
  kind = "info",
  children,
}: {
  kind?: "info" | "ok" | "warning" | "error";
  children: ReactNode;
}) {
  return (
    <div
      className={kind === "info" ? "notice" : `notice notice--${kind}`}
      role={kind === "error" ? "alert" : undefined}
    >
      <div>{children}</div>
    </div>
  );
}

/** A short mark in words. */
export function Badge({ kind, children }: { kind?: string; children: ReactNode }) {
  return <span className={kind ? `badge badge--${kind}` : "badge"}>{children}</span>;
}

/** A party's or person's mark: two letters on the party's colour, the full name for everyone else. */
export function Avatar({ name, color, size }: { name: string; color: number; size?: number }) {
  return (
    <span
      className="avatar"
      style={{ background: `var(--party-${color})`, ...(size ? { width: size, height: size } : {}) }}
      title={name}
      role="img"
      aria-label={name}
    >
      {name.slice(0, 2)}
    </span>
  );
}
