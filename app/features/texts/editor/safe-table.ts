/**
 * Tables that several people edit at once. The table plugin adds missing cells to ragged rows; if every browser did
 * that for a change that came from another, each would add them, and the next round would find new gaps: only who
 * edits a table mends it.
 */

import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { Table } from "@tiptap/extension-table";
import { Plugin } from "@tiptap/pm/state";
import { suggestedElement } from "./node-views";

export const SafeTable = Table.extend({
  // The one of the reading page: what is wider than the screen scrolls by itself.
  addNodeView:
    () =>
    ({ node }) => {
      const dom = suggestedElement("div", node);
      dom.className = "text-table";
      const table = dom.appendChild(document.createElement("table"));
      return { dom, contentDOM: table.appendChild(document.createElement("tbody")) };
    },
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    return plugins.map((plugin) => {
      const mend = plugin.spec.appendTransaction;
      if (!mend) return plugin;
      return new Plugin({
        ...plugin.spec,
        appendTransaction(transactions, before, state) {
          return transactions.some(isChangeOrigin) ? null : mend.call(this, transactions, before, state);
        },
      });
    });
  },
}).configure({ resizable: false });
