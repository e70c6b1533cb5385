import type { ReactNode } from "react";
import type { DraftFrame } from "../../../server/queries/draft-frame.server";
import { DraftHeader } from "./draft-header";
import { useAmounts } from "./use-amounts";

interface Props {
  frame: DraftFrame;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of a draft other than its board: the shared header, the page's own heading, and its content. */
export function DraftPage({ frame, title, lead, actions, children }: Props) {
  const amounts = useAmounts()(frame.counts);
  return (
    <main id="content" className="page" tabIndex={-1}>
      <DraftHeader
        draft={frame}
        table={frame.table}
        lastVersion={frame.lastVersion}
        amounts={amounts}
        canManage={frame.abilities.manage}
      />
      <div className="page__head">
        <div>
          <h2>{title}</h2>
          {lead && <p className="page__lead">{lead}</p>}
        </div>
        {actions && <div className="page__actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
