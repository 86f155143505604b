import type { Workspace } from '../../base/index.ts';
import { draw, drawKey } from './draw.ts';
import { readSeed } from './seed-files.ts';

/** How much more or less than its population a place writes. */
const propensity = { city: 1.7, java: 1, outer: 0.85, papua: 0.55, capital: 2.2 } as const;
const java = new Set(['31', '32', '33', '34', '35', '36']);

export interface Place {
  code: string;
  province: string;
  /** As the seed writes it. */
  name: string;
  provinceName: string;
  kind: string;
  weight: number;
  /** Mix of categories: 0 city, 1 Java outside the cities, 2 elsewhere. */
  mix: 0 | 1 | 2;
  /** The local government that answers: `kab-35.15`, `kota-35.78`, or the province's own in Jakarta. */
  government: string;
  /** Log-time of the province in thousandths: how much slower all of its reports are. */
  delay: number;
}

export interface Province {
  code: string;
  name: string;
  government: string;
}

/** Regencies and cities in the order of their codes, weighted by population (Dukcapil 2024S2). */
export function readPlaces(workspace: Workspace): { places: Place[]; provinces: Province[] } {
  const seed = readSeed(workspace, 'region', [
    'region_code',
    'name',
    'level',
    'kind',
    'province_code',
    'valid_to',
  ]).filter((row) => row.valid_to === '');
  const population = new Map(
    readSeed(workspace, 'population', ['region_code', 'total']).map(
      (row) => [row.region_code, Number(row.total)] as const,
    ),
  );
  const byCode = (left: { code: string }, right: { code: string }) =>
    left.code < right.code ? -1 : 1;
  const provinces = seed
    .filter((row) => row.level === 'province')
    .map((row) => ({
      code: row.region_code,
      name: row.name,
      government: `prov-${row.region_code}`,
    }))
    .sort(byCode);
  const provinceNames = new Map(provinces.map((province) => [province.code, province.name]));
  // The provinces' own pace does not change with the seed: it belongs to the world.
  const pace = drawKey(45, 'pace of provinces');
  const places = seed
    .filter((row) => row.level === 'regency')
    .map((row): Place => {
      const city = row.kind === 'kota';
      const province = row.province_code;
      const capital = province === '31';
      const papua = Number(province) >= 91;
      const factor = capital
        ? propensity.capital
        : (papua ? propensity.papua : java.has(province) ? propensity.java : propensity.outer) *
          (city ? propensity.city : 1);
      const provinceDelay = (draw(pace, Number(province)) % 500) - 250;
      return {
        code: row.region_code,
        province,
        name: row.name,
        provinceName: provinceNames.get(province) ?? '',
        kind: row.kind,
        weight: (population.get(row.region_code) ?? 0) * factor,
        mix: city || capital ? 0 : java.has(province) ? 1 : 2,
        government: capital ? 'prov-31' : `${city ? 'kota' : 'kab'}-${row.region_code}`,
        delay: provinceDelay + (papua ? 250 : java.has(province) ? -50 : 50),
      };
    })
    .sort(byCode);
  return { places, provinces };
}

const upper = (text: string) => text.toUpperCase();

/** Ways in which an export writes a province; each resolves by name or by a known alias. */
export function provinceSpellings(code: string, name: string): string[] {
  if (code === '31') {
    return ['DKI Jakarta', 'Daerah Khusus Ibukota Jakarta', 'DKI JAKARTA', 'Daerah Khusus Jakarta'];
  }
  return [name, upper(name), `Provinsi ${name}`, name];
}

/** Ways in which an export writes a regency or city. */
export function regencySpellings(name: string): string[] {
  const [, kind = '', rest = ''] = /^(Kabupaten|Kota) (.*)$/.exec(name) ?? [];
  if (rest === '' || rest.startsWith('Administrasi')) return [name, name, upper(name), name];
  const brief = kind === 'Kota' ? 'Kota' : 'Kab.';
  return [`${brief} ${rest}`, name, upper(name), `${rest}, ${brief}`];
}
