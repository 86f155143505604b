import { type BookCell, writeXlsxBook } from '../../base/xlsx-book.ts';

// Loading and compiling has taken what it takes, most where nothing is cached yet.
const before = process.resourceUsage().maxRSS;
const [file = '', rows = '0'] = process.argv.slice(2);

function* figures(): Generator<BookCell[]> {
  for (let index = 0; index < Number(rows); index++) {
    const code = String(11 + (index % 38));
    yield [
      `2026Q3/v1/resolve.share?agency=a-${index}`,
      'resolve',
      'share',
      ...Array.from({ length: 30 }, () => code),
      { value: index / 7, style: 'percent' },
      index,
      index % 2 === 0,
      { day: '2026-10-21' },
    ];
  }
}

const columns = Array.from({ length: 37 }, (_, index) => ({
  header: `c${index}`,
  width: 12,
  distinct: index === 0,
}));
const sheets = await writeXlsxBook(file, [{ name: 'Angka', columns, rows: figures() }], {
  title: 'x',
  mark: 'SINTETIS',
});
const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(JSON.stringify({ sheets, megabytes }));
