/** What people paste, and what others would like them to paste: as Word, Google Docs and pages write it. */

export interface PasteCase {
  name: string;
  html: string;
  /** Parts of the editor's markup afterwards. */
  has?: string[];
  /** What must not be in it, besides what never may. */
  not?: string[];
}

const mso = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

export const PASTES: PasteCase[] = [
  {
    name: "Word: a paragraph with styles, a comment and empty lines",
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body lang=FI><!--StartFragment--><p class=MsoNormal style='margin:0;mso-pagination:none'><b><span lang=FI style='font-size:14pt;color:#C00000'>Perusteet</span></b><span style='mso-spacerun:yes'> </span>2022<span class=MsoCommentReference style='mso-special-character:comment'>[A1]</span><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`,
    has: ["<p><strong>Perusteet</strong> 2022</p>"],
    not: ["[A1]"],
  },
  {
    name: "Word: a list of two levels",
    html: mso(1, "·", "Kunta") + mso(2, "o", "Liikunta") + mso(1, "·", "Alue"),
    has: ["<ul><li><p>Kunta</p><ul><li><p>Liikunta</p></li></ul></li><li><p>Alue</p></li></ul>"],
    not: ["·"],
  },
  {
    name: "Word: a numbered list",
    html: mso(1, "1.", "Ensin") + mso(1, "2.", "Sitten"),
    has: ["<ol><li><p>Ensin</p></li><li><p>Sitten</p></li></ol>"],
  },
  {
    name: "Word: a title, and deleted words of tracked changes",
    html: `<p class=MsoTitle>Otsikko</p><p>Jää <del>poistuu</del><ins>lisätty</ins> <s>vedetty yli</s></p><h6>Pieni</h6>`,
    has: ["<h2>Otsikko</h2>", "Jää lisätty", "<h5>Pieni</h5>"],
    not: ["poistuu", "vedetty"],
  },
  {
    name: "Word: footnotes become source notes",
    html: `<p>Kunnat vastaavat<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> Kuntalaki 410/2015.</p></div></div>`,
    has: ['title="Kuntalaki 410/2015."', "Kunnat vastaavat"],
    not: ["[1]"],
  },
  {
    name: "Google Docs: its wrapper is not bold, its spans are",
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400">Tavallinen </span><span style="font-weight:700">lihava</span><span style="font-style:italic"> vino</span></p></b><br class="Apple-interchange-newline">`,
    has: ["<p>Tavallinen <strong>lihava</strong><em> vino</em></p>"],
  },
  {
    name: "Google Docs: an inner list stands beside its item",
    html: `<ul><li dir="ltr"><p role="presentation"><span>Kunta</span></p></li><ul><li><p>Liikunta</p></li></ul></ul>`,
    has: ["<ul><li><p>Kunta</p><ul><li><p>Liikunta</p></li></ul></li></ul>"],
  },
  {
    name: "a table in a table",
    html: `<table><tr><td>Ulko<table><tr><td>Sisä</td><td>Toinen</td></tr></table></td><td>B</td></tr></table>`,
    has: ["<p>Sisä</p>", "<p>Toinen</p>"],
  },
  {
    name: "images",
    html: `<p>Kuva <img src="http://x.invalid/a.png" onerror="window.hacked=1"> tässä<svg><script>window.hacked=1</script></svg></p>`,
    has: ["Kuva"],
  },
  {
    name: "addresses that run",
    html: `<p><a href="javascript:window.hacked=1">yksi</a> <a href=" JaVaScRiPt:alert(1)">kaksi</a> <a href="data:text/html,x">kolme</a> <a href="vbscript:x">neljä</a> <a href="https://jane.example/sivu" target="_blank" onclick="x()">viisi</a></p>`,
    has: ["yksi", '<a rel="noopener noreferrer nofollow" href="https://jane.example/sivu">viisi</a>'],
    not: ["data:text", "vbscript"],
  },
  {
    name: "programs",
    html: `<script>window.hacked=1</script><iframe src="javascript:window.hacked=1"></iframe><object data="x"></object><p onclick="window.hacked=1">Sanat</p><form action="x"><input value="kenttä"><button>Paina</button></form><details open ontoggle="window.hacked=1">auki</details>`,
    has: ["Sanat"],
    not: ["kenttä", "Paina"],
  },
  {
    name: "other namespaces",
    html: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hacked=1&gt;">`,
  },
  {
    name: "others' suggestions",
    html: `<p data-insertion="abcdefgh12"><ins data-suggestion="abcdefgh12">Lisäys</ins> ja <del data-suggestion="abcdefgh13">poisto</del></p><ul data-deletion="abcdefgh14"><li data-insertion="abcdefgh15"><p>kohta</p></li></ul>`,
    has: ["Lisäys", "kohta"],
    not: ["poisto"],
  },
  {
    name: "an editor's own clipboard with a forged context",
    html: `<p data-pm-slice='0 0 ["bulletList",{"insertion":"abcdefgh12"},"listItem",{"deletion":"abcdefgh13"}]'>Sanat</p>`,
    has: ["Sanat"],
  },
  {
    name: "notes and references with bad addresses",
    html: `<p>A<span data-source-note data-text="Lähde" data-href="javascript:window.hacked=1"></span><span data-legal-reference data-act="612/2021" data-section="7 §" onclick="x()"></span></p><div data-draft-block data-slug="../../etc" data-version="1"></div>`,
    has: ['title="Lähde"', "612/2021 7 §"],
    not: ["etc"],
  },
  {
    name: "hidden words",
    html: `<p>Näkyy<span style="display: none">piilo</span><span style="mso-hide:all">salaa</span><span hidden>ei</span></p>`,
    has: ["<p>Näkyy</p>"],
  },
  {
    name: "styles",
    html: `<div style="position:fixed;inset:0;background:url(http://x.invalid)"><p class="text-tools" id="content" style="color:red" contenteditable="false">Sanat</p></div>`,
    has: ["<p>Sanat</p>"],
  },
  { name: "quotes without end", html: `${"<blockquote>".repeat(400)}Syvä`, has: ["Syvä"] },
  { name: "lists without end", html: `${"<ul><li>".repeat(400)}Syvä`, has: ["Syvä"] },
  {
    name: "cells without end",
    html: `<table><tr><td colspan="100000000" rowspan="99999999">Leveä</td><td colspan="-3">B</td></tr></table>`,
    has: ["Leveä"],
  },
  {
    name: "words that look like markup",
    html: `<p>&lt;script&gt;window.hacked=1&lt;/script&gt; &amp; **ei lihavoida**</p>`,
    has: ["&lt;script&gt;", "**ei lihavoida**"],
  },
  { name: "nothing that can be kept", html: `<style>p{}</style><template><p>x</p></template>` },
];

/** Tags and attributes that the editor's own drawing has; nothing pasted may bring another. */
export const OWN_TAGS = [
  ...["P", "H2", "H3", "H4", "H5", "UL", "OL", "LI", "BLOCKQUOTE", "DIV", "TABLE", "TBODY", "TR", "TH", "TD"],
  ...["STRONG", "EM", "A", "BR", "SUP", "CITE", "IMG"],
];
export const OWN_ATTRIBUTES = [
  ...[
    "class",
    "href",
    "rel",
    "colspan",
    "rowspan",
    "start",
    "title",
    "role",
    "aria-label",
    "contenteditable",
  ],
  ...["draggable", "alt", "type"],
];
