/**
 * The look of a document on paper, in Typst: text 10.5/15 pt, three sizes in all, nothing under 8 pt,
 * greys alone. `document.ts` sets `paper`, `marks` and the rest before it.
 */
export const template = `
#let ink = rgb("#1b1f24")
#let muted = rgb("#57606a")
#let line-grey = rgb("#d5d9de")
#let is-first = () => counter(page).get().first() == 1

#set page(
  width: paper.width, height: paper.height,
  margin: (top: paper.top, bottom: paper.bottom, x: paper.side),
  header-ascent: 7mm,
  header: context {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto), row-gutter: 3pt,
      if is-first() { [] } else { text(weight: 700, tracking: 0.06em, marks) },
      text(fill: muted)[#release #h(5pt)\\u{b7}#h(5pt) #counter(page).display() / #counter(page).final().first()],
      ..if not is-first() { (grid.cell(colspan: 2, text(fill: muted, name)),) },
    )
  },
)
#set text(
  font: "Plus Jakarta Sans", size: 10.5pt, fill: ink, number-width: "tabular",
  top-edge: 0.76em, bottom-edge: -0.24em, hyphenate: false,
)
#set par(leading: 4.5pt, spacing: 8pt, justify: false, linebreaks: "optimized")
#set list(marker: text(fill: muted)[\\u{2022}], body-indent: 7pt, spacing: 6pt)
#set enum(body-indent: 7pt, spacing: 6pt)
#set table.cell(breakable: false)
#show strong: set text(weight: 600)
#show heading: set text(size: 10.5pt, weight: 600)
#show heading.where(level: 2): set text(weight: 700)
#show heading.where(level: 2): it => context block(
  width: 100%, above: if is-first() { 16pt } else { 30pt }, below: if is-first() { 7pt } else { 11pt }, sticky: true, stroke: (top: 1.2pt + ink), inset: (top: 6pt), it.body,
)
#show heading.where(level: 3): it => context block(above: if is-first() { 12pt } else { 18pt }, below: 6pt, sticky: true, width: 150mm, it.body)
#show heading.where(level: 1): it => block(above: 10pt, below: 10pt, {
  set text(size: 20pt, weight: 700, tracking: -0.01em)
  set par(leading: 6pt)
  it.body
})
#show outline.entry: set block(above: 7pt)
#show outline.entry: set text(size: 10.5pt)
#set outline.entry(fill: box(width: 1fr, inset: (x: 6pt), repeat(text(fill: line-grey)[.], gap: 2pt)))

#let code(body) = text(weight: 600, fill: ink)[#body#h(6pt)]
#let total(body) = text(weight: 600, body)
#let unknown(body) = text(fill: muted, body)
#let head(body) = text(fill: muted, body)
#let number(body) = box(width: 18pt, baseline: 0.24em, body)
// Hangs to the right of its column, so that figures stay one under the other.
#let star(body) = context { text(fill: muted, body); h(-measure(body).width) }
#let mark(body) = text(fill: muted, body)
#let tiny(body, size: 8.5pt, leading: 3.5pt, fill: muted) = {
  set text(size: size, fill: fill)
  set par(leading: leading, spacing: 6pt)
  body
}
#let para(body, sticky: false) = block(width: 150mm, sticky: sticky, breakable: true, par(body))
#let small(body, sticky: false) = context block(width: if is-first() { 100% } else { 150mm }, sticky: sticky, tiny(par(body)))
#let held(body) = block(width: 150mm, body)
#let subtitle(body) = block(above: 5pt, below: 8pt, sticky: true, tiny(par(body)))
#let foot(body) = block(above: 7pt, tiny(par(body)))
#let together(body) = block(breakable: false, width: 100%, above: 20pt, below: 12pt, body)
#let framed(body) = block(width: 100%, breakable: false, above: 24pt, stroke: 0.8pt + ink, inset: (x: 12pt, top: 9pt, bottom: 12pt), {
  show heading.where(level: 2): it => block(width: 100%, above: 10pt, below: 8pt, sticky: true, it.body)
  body
})
#let marked(body) = block(below: 10pt, text(size: 8.5pt, weight: 700, tracking: 0.08em, body))

#let saying(body) = block(above: 0pt, below: 3pt, par(body))
#let detail(body) = block(above: 3pt, below: 0pt, tiny(par(body)))
#let findings(..items) = block(width: 100%, above: 8pt, list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0pt, ..items))
#let finding(big, said, spark, dense: false) = block(width: 100%, breakable: false, stroke: (top: 0.5pt + line-grey), inset: (y: if dense { 4pt } else { 8pt }), grid(
  columns: if dense { (27mm, 1fr, 22mm) } else { (30mm, 1fr, 26mm) }, column-gutter: if dense { 3mm } else { 4mm },
  text(size: 20pt, weight: 600, tracking: -0.01em, big),
  { set par(leading: if dense { 2.5pt } else { 4.5pt }); said },
  if spark != none { align(horizon, spark) },
))

#let definitions(..items) = block(width: 100%, list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0pt, ..items))
#let definition(term, said) = block(width: 100%, breakable: false, inset: (y: 4pt), grid(
  columns: (46mm, 1fr), column-gutter: 5mm, tiny(fill: ink, strong(term)), tiny(fill: ink, said),
))

#let rows(columns: (), rule: 1, ..cells) = table(
  columns: columns,
  inset: (x, y) => (left: if x == 0 { 0pt } else { 9pt }, right: 0pt, top: 3.4pt, bottom: 1.7pt),
  align: (x, y) => (if x == 0 { left } else { right }) + if y < rule { bottom } else { top },
  stroke: (x, y) => (bottom: if y == rule - 1 { 0.6pt + ink } else if y >= rule { 0.4pt + line-grey }),
  ..cells,
)
#let held-table(body, size: 8.5pt, whole: false, caption: none, note: none) = {
  set text(size: size)
  set par(leading: 3pt, spacing: 5pt)
  show figure.caption: it => block(width: 100%, sticky: true, align(left, text(fill: muted, it.body)))
  show figure: set block(breakable: not whole)
  show figure: set align(left)
  let grid = figure(
    kind: table, numbering: none, supplement: none, gap: 6pt,
    caption: if caption != none { std.figure.caption(position: top, caption) },
    body,
  )
  block(width: 100%, above: 16pt, below: 14pt, breakable: not whole, {
    grid
    if note != none { block(above: 6pt, width: 100%, tiny(par(note))) }
  })
}
// Room for the caption, the header and three rows, so that a table does not begin with less.
#let room-for-start = { block(height: 104pt, width: 100%, breakable: false, sticky: true, above: 16pt, below: 0pt); v(-120pt) }
#let figures(columns: (), rule: 1, size: 8.5pt, whole: false, caption: none, note: none, ..cells) = {
  if not whole { room-for-start }
  held-table(size: size, whole: whole, caption: caption, note: note, rows(columns: columns, rule: rule, ..cells))
}
#let paired(size: 8.5pt, caption: none, note: none, ..halves) = held-table(
  size: size, whole: true, caption: caption, note: note,
  grid(columns: 2, column-gutter: 36pt, ..halves.pos().map(half => rows(..half))),
)
#let contents(title) = {
  heading(level: 2, outlined: false, bookmarked: true, title)
  outline(title: none, indent: 0pt, target: heading.where(level: 2, outlined: true))
}
`;
