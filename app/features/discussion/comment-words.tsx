import type { ComponentProps, ReactNode } from "react";
import Markdown from "react-markdown";
import remarkBreaks from "remark-breaks";
import { ALLOWED_ELEMENTS, plainMarkdown, safeAddress } from "./plain-markdown";

const paragraph = ({ children }: { children?: ReactNode }) => <p>{children}</p>;
const COMPONENTS = {
  ...{ h1: paragraph, h2: paragraph, h3: paragraph, h4: paragraph, h5: paragraph, h6: paragraph },
  a: ({ href, children }: ComponentProps<"a">) =>
    href ? (
      <a href={href} rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      children
    ),
};

/** A comment's words with light formatting. HTML in them is shown as it was typed, and never read as HTML. */
export function CommentWords({ body, mentions }: { body: string; mentions: readonly string[] }) {
  return (
    <div className="comment__words">
      <Markdown
        allowedElements={ALLOWED_ELEMENTS}
        unwrapDisallowed
        urlTransform={safeAddress}
        remarkPlugins={[[plainMarkdown, { names: mentions }], remarkBreaks]}
        components={COMPONENTS}
      >
        {body}
      </Markdown>
    </div>
  );
}
