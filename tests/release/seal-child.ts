import { openWorkspace } from '../../base/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { sealSmall } from './small-release.ts';

const [root = '', period = '', before = ''] = process.argv.slice(2);
const workspace = openWorkspace(root);
process.stdout.write('sealing\n');
await withPublished(workspace, (session) => sealSmall(workspace, period, session, before));
