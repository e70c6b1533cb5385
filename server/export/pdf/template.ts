/**
 * The Typst template. It takes a text's blocks (app/domain/text/text.ts) as JSON and draws each; words are values and
 * are never evaluated.
 */
export const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.creator)
#set text(font: "Source Sans 3", size: 10.5pt, lang: data.language, fill: rgb("#16232e"))
#set par(leading: 0.7em, spacing: 1em)
#set page(
  paper: "a4",
  margin: (x: 2.4cm, top: 2.2cm, bottom: 2.4cm),
  footer: context {
    set text(size: 8.5pt, fill: rgb("#4a5a68"))
    grid(
      columns: (1fr, auto),
      gutter: 1em,
      data.facts.join(" · "),
      str(counter(page).get().first()) + " / " + str(counter(page).final().first()),
    )
  },
)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading.where(level: 4): set text(size: 10.5pt)
#show link: set text(fill: rgb("#1a5fb4"))
#show link: underline
#set list(indent: 0.4em, spacing: 0.7em)
#set enum(indent: 0.4em, spacing: 0.7em)
#set footnote.entry(separator: line(length: 25%, stroke: 0.5pt + rgb("#4a5a68")))
#set table(stroke: 0.5pt + rgb("#d5dde4"), inset: 6pt)

#let attribute(node, name, otherwise) = node.at("attrs", default: (:)).at(name, default: otherwise)

#let marked(words, marks) = {
  let shown = [#words]
  for mark in marks.rev() {
    if mark.type == "bold" { shown = strong(shown) }
    if mark.type == "italic" { shown = emph(shown) }
    if mark.type == "link" { shown = link(mark.attrs.href, shown) }
  }
  shown
}

#let inline(node) = {
  if node.type == "text" { marked(node.text, node.at("marks", default: ())) }
  else if node.type == "hardBreak" { linebreak() }
  else if node.type == "legalReference" {
    let parts = ("name", "act", "section").map(name => attribute(node, name, "")).filter(part => part != "")
    emph[#parts.join(" ")]
  } else if node.type == "sourceNote" {
    let href = attribute(node, "href", "")
    footnote[#attribute(node, "text", "")#if href != "" [ #link(href, href)]]
  }
}

#let inlines(node) = node.at("content", default: ()).map(inline).join()

#let draw(node) = {
  let held() = node.content.map(draw).join()
  if node.type == "paragraph" { par[#inlines(node)] }
  else if node.type == "heading" { heading(level: node.attrs.level, outlined: true, [#inlines(node)]) }
  else if node.type == "bulletList" { list(..node.content.map(item => list.item(item.content.map(draw).join()))) }
  else if node.type == "orderedList" {
    enum(start: attribute(node, "start", 1), ..node.content.map(item => enum.item(item.content.map(draw).join())))
  }
  else if node.type == "blockquote" {
    block(inset: (left: 1em), stroke: (left: 2pt + rgb("#d5dde4")), held())
  }
  else if node.type == "table" {
    let rows = node.content
    let width(row) = row.content.map(cell => attribute(cell, "colspan", 1)).sum(default: 0)
    // Cells that reach down take room in the rows below them.
    let columns = calc.max(1, ..rows.map(width))
    let cell(value) = table.cell(
      colspan: attribute(value, "colspan", 1),
      rowspan: attribute(value, "rowspan", 1),
      fill: if value.type == "tableHeader" { rgb("#f4f6f8") },
      {
        set par(leading: 0.6em)
        if value.type == "tableHeader" { strong(value.content.map(draw).join()) } else { value.content.map(draw).join() }
      },
    )
    let is-head(row) = row.content.all(value => value.type == "tableHeader")
    let headed = rows.position(row => not is-head(row))
    let headed = if headed == none { calc.min(1, rows.len()) } else { headed }
    let simple = rows.all(row => row.content.all(value => attribute(value, "rowspan", 1) == 1))
    let cells(rows) = rows.map(row => {
      let missing = if simple { columns - width(row) } else { 0 }
      row.content.map(cell) + (table.cell[],) * missing
    }).flatten()
    if headed > 0 {
      table(columns: (1fr,) * columns, table.header(..cells(rows.slice(0, headed))), ..cells(rows.slice(headed)))
    } else {
      table(columns: (1fr,) * columns, ..cells(rows))
    }
  }
}

#block(below: 1.4em, title(data.title))
#data.blocks.map(draw).join()
`;
