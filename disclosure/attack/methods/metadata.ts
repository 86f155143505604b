import type { Finding, Reason } from '../finding.ts';
import type { Extract } from '../read/extract.ts';

const counting =
  /^(n_?)?(row|record|complaint|report|laporan|baris|aduan|pengaduan|entries|landed|read|rejected|duplicates?|total|jumlah|count|n|population|exact)(s|_?count|_?total|_?n|Count)?$|(^|_)n_(rows|records|complaints|reports)$|(row|record|report|complaint)_?(count|total)/i;
const hashing = /sha-?256|hash|digest|checksum|etag|hmac/i;

/**
 * Numbers of rows and hashes in manifests and descriptors that nothing public accounts for: an exact count beside
 * protected ones, or a hash by which a guess at the exact file is confirmed.
 */
export function metadata({ files, grids, metadata: documents }: Extract): Finding[] {
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  const accounted = new Set<number>([files.length, grids.length]);
  for (const { bytes } of files) accounted.add(bytes);
  for (const { header, rows } of grids) {
    accounted.add(rows.length);
    accounted.add(header.length);
    accounted.add(rows.length * header.length);
  }
  const totalRows = grids.reduce((sum, { rows }) => sum + rows.length, 0);
  accounted.add(totalRows);
  for (const { rows } of grids) {
    // What is counted out in the open: cells by status.
    const texts = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    for (const status of ['A', 'Q', 'M', 'P', 'U']) {
      accounted.add(texts.filter((text) => text === status).length);
    }
  }
  const findings: Finding[] = [];
  for (const { file, value } of documents) {
    walk(value, '$', (path, key, item) => {
      const where = { kind: 'metadata', severity: 'recovered', file, place: path } as const;
      const add = (by: Reason, more = {}) => findings.push({ ...where, cell: path, by, ...more });
      if (typeof item === 'number' && Number.isInteger(item) && item > 0 && counting.test(key)) {
        if (accounted.has(item)) return;
        const params = { value: item };
        add({ key: 'attack.by.unpublished-number', params }, { low: item, high: item });
      } else if (typeof item === 'string' && hashing.test(`${path}`)) {
        const hash = /(?:^|[:\s])([0-9a-f]{64})$/i.exec(item)?.[1]?.toLowerCase();
        if (hash === undefined || hashes.has(hash) || /hmac|commitment/i.test(path)) return;
        add({ key: 'attack.by.hash' });
      }
    });
  }
  return findings;
}

function walk(
  value: unknown,
  path: string,
  visit: (path: string, key: string, item: unknown) => void,
  key = '',
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`, visit, key);
  } else if (typeof value === 'object' && value !== null) {
    // A file entry describes the file it names.
    for (const [name, item] of Object.entries(value)) {
      walk(item, `${path}.${name}`, visit, name);
      // `{"rows": {"fct_complaint": 1204}}`: what stands below a counting key counts too.
      if (counting.test(name) && typeof item === 'object' && item !== null) {
        for (const [below, number] of Object.entries(item)) {
          if (typeof number === 'number') visit(`${path}.${name}.${below}`, name, number);
        }
      }
    }
  } else visit(path, key, value);
}
