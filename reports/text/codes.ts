const places =
  /<section id="([^"]*)"[^>]*><h2[^>]*>|<figcaption>(?:(?!<\/figcaption>).)*?<p class="small">|<caption><span>|<caption>/gs;

const mark = (code: string) => `<b class="code">${code}</b> `;

/**
 * Numbers the sections of a page and gives every chart and table a printed code: `G3.1` is the first
 * chart of section 3, `T3.2` its second table. Page one (`#findings`) has no number. Works on any page
 * of figures and captions; a page that has its codes already comes back as it is.
 */
export function printCodes(page: string): string {
  if (page.includes('<b class="code">')) return page;
  let section = 0;
  let [charts, tables] = [0, 0];
  return page.replace(places, (whole, id?: string) => {
    if (id !== undefined) {
      [charts, tables] = [0, 0];
      if (id === 'findings') return whole;
      section += 1;
      return `${whole}${mark(String(section))}`;
    }
    if (whole.startsWith('<caption')) {
      tables += 1;
      return `${whole}${mark(`T${section}.${tables}`)}`;
    }
    charts += 1;
    return `${whole}${mark(`G${section}.${charts}`)}`;
  });
}
