/** What the schema made of a paste, before it goes in: nobody's suggestions, no address that runs, and not too much. */
import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import { isSafeHref } from "../../../domain/text/text";
import { PASTE_CHARACTERS_MAX, PASTE_NODES_MAX } from "./paste-limits";

/** Is the slice larger than one paste may be? */
export function isTooMuch(slice: Slice): boolean {
  let nodes = 0;
  slice.content.descendants(() => {
    nodes++;
    return nodes <= PASTE_NODES_MAX;
  });
  return nodes > PASTE_NODES_MAX || slice.content.size > 2 * PASTE_CHARACTERS_MAX;
}

/** The slice without suggestions and unsafe addresses. */
export function cleanSlice(slice: Slice): Slice {
  return new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd);
}

function cleanFragment(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  for (let index = 0; index < fragment.childCount; index++) {
    const node = fragment.child(index);
    if (node.type.name !== "draftBlock" || isSlug(node.attrs.slug)) nodes.push(cleanNode(node));
  }
  return Fragment.fromArray(nodes);
}

const isSlug = (slug: unknown) => /^[a-z0-9-]{1,200}$/.test(String(slug));

function cleanNode(node: Node): Node {
  const marks = node.marks.filter(isWelcome);
  if (node.isText) return marks.length === node.marks.length ? node : node.mark(marks);
  const { insertion, deletion, href } = node.attrs as Record<string, unknown>;
  const isClean = !insertion && !deletion && (typeof href !== "string" || isSafeHref(href));
  const attrs = isClean
    ? node.attrs
    : {
        ...node.attrs,
        ...("insertion" in node.attrs ? { insertion: null, deletion: null } : {}),
        ...(typeof href === "string" && !isSafeHref(href) ? { href: null } : {}),
      };
  return node.type.create(attrs, cleanFragment(node.content), marks);
}

function isWelcome({ type, attrs }: Mark): boolean {
  if (type.name === "insertion" || type.name === "deletion") return false;
  return type.name !== "link" || isSafeHref(String(attrs.href));
}
