import type { Lang } from '../../base/index.ts';
import { chartBook } from './chart-book.ts';
import { chartXml } from './chart-xml.ts';
import {
  notesMasterXml,
  presentationXml,
  slideLayoutXml,
  slideMasterXml,
  themeXml,
} from './deck-masters.ts';
import {
  contentTypes,
  coreProperties,
  drawing,
  type Parts,
  packageNames,
  presentation,
  relations,
  zipParts,
} from './ooxml.ts';
import { notesXml, type Slide, slideXml } from './slide-xml.ts';

const media = 'application/vnd.openxmlformats-officedocument';
const slideType = `${media}.presentationml`;

/** Slides as the bytes of a .pptx file; the same slides give the same bytes. */
export function deckFile(
  slides: readonly Slide[],
  { lang, title, mark }: { lang: Lang; title: string; mark: string },
): Uint8Array {
  const locale = lang === 'id' ? 'id-ID' : 'en-GB';
  const parts: Parts = {};
  const types: [string, string][] = [];
  const add = (name: string, xml: string, type: string, links?: string) => {
    parts[name] = xml;
    types.push([name, type]);
    if (links) parts[name.replace(/([^/]+)$/, '_rels/$1.rels')] = links;
  };

  add(
    'ppt/presentation.xml',
    presentationXml(slides.length),
    `${slideType}.presentation.main+xml`,
    relations([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['notesMaster', 'notesMasters/notesMaster1.xml'],
      ...slides.map((_, index) => ['slide', `slides/slide${index + 1}.xml`] as const),
      ['theme', 'theme/theme1.xml'],
      ['presProps', 'presProps.xml'],
      ['viewProps', 'viewProps.xml'],
      ['tableStyles', 'tableStyles.xml'],
    ]),
  );
  // PowerPoint repairs a file without these, empty as they are.
  add('ppt/presProps.xml', `<p:presentationPr ${presentation}/>`, `${slideType}.presProps+xml`);
  add('ppt/viewProps.xml', `<p:viewPr ${presentation}/>`, `${slideType}.viewProps+xml`);
  add(
    'ppt/tableStyles.xml',
    `<a:tblStyleLst ${drawing} def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    `${slideType}.tableStyles+xml`,
  );
  add(
    'ppt/slideMasters/slideMaster1.xml',
    slideMasterXml(),
    `${slideType}.slideMaster+xml`,
    relations([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
  );
  add(
    'ppt/slideLayouts/slideLayout1.xml',
    slideLayoutXml(),
    `${slideType}.slideLayout+xml`,
    relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
  );
  add(
    'ppt/notesMasters/notesMaster1.xml',
    notesMasterXml(),
    `${slideType}.notesMaster+xml`,
    relations([['theme', '../theme/theme2.xml']]),
  );
  add('ppt/theme/theme1.xml', themeXml(), `${media}.theme+xml`);
  add('ppt/theme/theme2.xml', themeXml(), `${media}.theme+xml`);

  let chartNumber = 0;
  slides.forEach((slide, index) => {
    const number = index + 1;
    const charts = slide.shapes.filter((one) => 'chart' in one);
    const links: [string, string][] = [
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['notesSlide', `../notesSlides/notesSlide${number}.xml`],
    ];
    for (const { chart, box } of charts) {
      chartNumber++;
      links.push(['chart', `../charts/chart${chartNumber}.xml`]);
      const book = `Microsoft_Excel_Sheet${chartNumber}.xlsx`;
      parts[`ppt/embeddings/${book}`] = chartBook(chart, lang, mark);
      add(
        `ppt/charts/chart${chartNumber}.xml`,
        chartXml(chart, locale, box.w),
        `${media}.drawingml.chart+xml`,
        relations([['package', `../embeddings/${book}`]]),
      );
    }
    add(
      `ppt/slides/slide${number}.xml`,
      slideXml(slide, locale),
      `${slideType}.slide+xml`,
      relations(links),
    );
    add(
      `ppt/notesSlides/notesSlide${number}.xml`,
      notesXml(slide.notes, locale),
      `${slideType}.notesSlide+xml`,
      relations([
        ['notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', `../slides/slide${number}.xml`],
      ]),
    );
  });

  add(
    'docProps/core.xml',
    coreProperties(title, mark, locale),
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  return zipParts({
    '[Content_Types].xml': contentTypes(
      {
        rels: 'application/vnd.openxmlformats-package.relationships+xml',
        xml: 'application/xml',
        xlsx: `${media}.spreadsheetml.sheet`,
      },
      types,
    ),
    '_rels/.rels': relations([
      ['officeDocument', 'ppt/presentation.xml'],
      [`${packageNames}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    ...parts,
  });
}
