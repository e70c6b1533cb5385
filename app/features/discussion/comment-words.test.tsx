import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CommentWords } from "./comment-words";

const shown = (body: string, mentions: string[] = []) =>
  renderToStaticMarkup(<CommentWords body={body} mentions={mentions} />).replace(
    /^<div class="comment__words">|<\/div>$/g,
    "",
  );

describe("C7: a comment's formatting", () => {
  it("shows HTML and script as they were typed", () => {
    expect(shown("<script>alert(1)</script>")).toBe("&lt;script&gt;alert(1)&lt;/script&gt;");
    const inline = shown('Hei <b onclick="x()">sinä</b> <img src=x onerror=alert(1)>');
    expect(inline).not.toMatch(/<(b|img)/);
    expect(inline).toContain("&lt;b onclick=");
    expect(inline).toContain("&lt;img src=x");
  });

  it("knows strong, emphasis, lists, quotes and code, and keeps line breaks", () => {
    expect(shown("**a** *b* `c`\nd")).toBe("<p><strong>a</strong> <em>b</em> <code>c</code><br/>\nd</p>");
    expect(shown("- a\n- b").replaceAll("\n", "")).toBe("<ul><li>a</li><li>b</li></ul>");
    expect(shown("> a").replaceAll("\n", "")).toBe("<blockquote><p>a</p></blockquote>");
  });

  it("makes no headings, pictures or lines, and loses no words of theirs", () => {
    expect(shown("# Otsikko")).toBe("<p>Otsikko</p>");
    expect(shown("![kuva](https://x.fi/a.png)")).toBe("<p>![kuva](https://x.fi/a.png)</p>");
    expect(shown("a\n\n***\n\nb").replaceAll("\n", "")).toBe("<p>a</p><p>***</p><p>b</p>");
  });

  it("follows links to the web and to mail only, and never as itself", () => {
    const rel = 'rel="noopener noreferrer nofollow"';
    expect(shown("[a](https://x.fi/)")).toBe(`<p><a href="https://x.fi/" ${rel}>a</a></p>`);
    expect(shown("[a](mailto:a@x.fi)")).toBe(`<p><a href="mailto:a@x.fi" ${rel}>a</a></p>`);
    for (const address of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "/drafts/x",
      "//x.fi",
      "ftp://x",
    ])
      expect(shown(`[a](${address})`), address).toBe("<p>a</p>");
  });

  it("makes links of bare addresses, without the mark after them", () => {
    expect(shown("Katso https://x.fi/a?b=1, tai (http://y.fi).")).toMatch(
      /^<p>Katso <a href="https:\/\/x\.fi\/a\?b=1"[^>]*>https:\/\/x\.fi\/a\?b=1<\/a>, tai \(<a href="http:\/\/y\.fi"[^>]*>http:\/\/y\.fi<\/a>\)\.<\/p>$/,
    );
    expect(shown("javascript:alert(1)")).toBe("<p>javascript:alert(1)</p>");
  });

  it("marks mentions that reach somebody, also a name with marks of Markdown in it", () => {
    expect(shown("Hei @Liperi ja @Kitee", ["Liperi"])).toBe(
      '<p>Hei <span class="mention">@Liperi</span> ja @Kitee</p>',
    );
    expect(shown("**@JANE**: a@JANE.fi", ["JANE"])).toBe(
      '<p><strong><span class="mention">@JANE</span></strong>: a@JANE.fi</p>',
    );
  });
});
