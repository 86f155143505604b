import type { Workspace } from '../../base/index.ts';
import { draw, drawKey } from './draw.ts';
import type { Place, Province } from './places.ts';
import { readSeed } from './seed-files.ts';

export interface Agency {
  /** `kemensos`, `prov-35`, `kab-35.15`. */
  code: string;
  /** As the export writes it. */
  name: string;
  parent: string;
  kind: 'national' | 'province' | 'regency';
  /** Log-time in thousandths: positive is slower than most. */
  delay: number;
}

/**
 * All agencies that a report can be forwarded to: those of the seed, then the provinces', then the
 * regencies' and cities' governments. An agency is referred to by its place in this list.
 */
export function listAgencies(
  workspace: Workspace,
  provinces: readonly Province[],
  places: readonly Place[],
): Agency[] {
  const pace = drawKey(45, 'pace of agencies');
  const spread = (index: number, half: number) => (draw(pace, index) % (2 * half + 1)) - half;
  const agencies: Agency[] = readSeed(workspace, 'agency', ['agency_code', 'name_id']).map(
    (row, index) => ({
      code: row.agency_code,
      name: row.name_id,
      parent: row.name_id,
      kind: 'national',
      delay: spread(index, 350),
    }),
  );
  for (const province of provinces) {
    const name = `Pemerintah Provinsi ${province.code === '31' ? 'DKI Jakarta' : province.name}`;
    agencies.push({
      code: province.government,
      name,
      parent: name,
      kind: 'province',
      delay: 100 + spread(agencies.length, 300),
    });
  }
  const provinceGovernment = new Map(
    agencies.filter((agency) => agency.kind === 'province').map((agency) => [agency.code, agency]),
  );
  for (const place of places) {
    if (place.government === 'prov-31') continue;
    const parent = provinceGovernment.get(`prov-${place.province}`);
    agencies.push({
      code: place.government,
      name: `Pemerintah ${place.name}`,
      parent: parent?.name ?? '-',
      kind: 'regency',
      delay: 150 + spread(agencies.length, 450),
    });
  }
  return agencies;
}
