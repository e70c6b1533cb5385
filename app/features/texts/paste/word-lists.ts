/** Word pastes a list as paragraphs that only look like one: made into lists again. */

interface Item {
  paragraph: HTMLElement;
  /** From 1. */
  level: number;
  isNumbered: boolean;
}

const LEVEL = /mso-list:\s*(?:l\d+\s+)?level(\d+)/i;
const NUMBER = /^\(?(?:\d{1,4}|[a-zåäö]|[ivxlc]{1,6})[.)]/i;

/** Every run of list paragraphs that follow each other becomes one list with its inner lists. */
export function joinWordLists(body: HTMLElement): void {
  let run: Item[] = [];
  let last: Element | null = null;
  const finish = () => {
    if (run.length > 0) makeList(run);
    run = [];
  };
  for (const paragraph of [...body.querySelectorAll<HTMLElement>("p[style*='mso-list'],h1,h2,h3,h4,h5,h6")]) {
    const level = LEVEL.exec(paragraph.getAttribute("style") ?? "")?.[1];
    if (paragraph.tagName !== "P" || !level) {
      // A numbered heading stays one, without its number.
      takeMarker(paragraph);
      continue;
    }
    if (last && paragraph.previousElementSibling !== last) finish();
    run.push({
      paragraph,
      level: Math.min(9, Math.max(1, Number(level))),
      isNumbered: NUMBER.test(takeMarker(paragraph)),
    });
    last = paragraph;
  }
  finish();
}

/** Takes the bullet or the number out of the paragraph. */
function takeMarker(paragraph: HTMLElement): string {
  let marker = "";
  for (const span of paragraph.querySelectorAll<HTMLElement>("span[style*='mso-list']")) {
    if (!/mso-list:\s*ignore/i.test(span.getAttribute("style") ?? "")) continue;
    marker += span.textContent ?? "";
    span.remove();
  }
  return marker.trim();
}

function makeList(items: Item[]): void {
  const { ownerDocument } = items[0]!.paragraph;
  const top = ownerDocument.createElement(items[0]!.isNumbered ? "ol" : "ul");
  items[0]!.paragraph.before(top);
  /** The lists that are open, from the outermost; `level` is Word's. */
  const open = [{ list: top, level: items[0]!.level }];
  for (const { paragraph, level, isNumbered } of items) {
    while (open.length > 1 && open.at(-1)!.level > level) open.pop();
    const { list, level: current } = open.at(-1)!;
    const under = list.lastElementChild;
    if (level > current && under) {
      const inner = ownerDocument.createElement(isNumbered ? "ol" : "ul");
      under.append(inner);
      open.push({ list: inner, level });
    }
    const item = ownerDocument.createElement("li");
    paragraph.replaceWith();
    paragraph.removeAttribute("style");
    item.append(paragraph);
    open.at(-1)!.list.append(item);
  }
}
