import { openWorkspace } from '../../base/index.ts';
import { eraseReports } from '../../erasure/index.ts';

const [root = '', ...ids] = process.argv.slice(2);
process.stdout.write('erasing\n');
await eraseReports(
  openWorkspace(root),
  { ground: 'request', by: 'report', ids, reason: 'permintaan subjek data' },
  { salt: Buffer.alloc(32, 7), now: new Date('2026-03-01T01:00:00Z') },
);
