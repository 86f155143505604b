import type { Structure } from '../../disclosure/index.ts';

const name = 'period';
const total = '_T';

/**
 * The structure of a period's tables for readers who hold several: the period stands in a column of its own
 * in every table, first, and the total over its months has its name.
 */
export function withPeriod(structure: Structure, period: string): Structure {
  const named = (code: string) => (code === total ? period : code);
  const own = structure.dimensions.find((one) => one.name === name);
  const dimension = {
    name,
    total: period,
    codes: (own?.codes ?? [total]).map(named),
    relations: (own?.relations ?? []).map(({ parent, children }) => ({
      parent: named(parent),
      children: children.map(named),
    })),
  };
  return {
    dimensions: [dimension, ...structure.dimensions.filter((one) => one.name !== name)],
    tables: structure.tables.map((table) => {
      const has = table.dimensions.includes(name);
      const codes = table.codes?.[name]?.map(named);
      const whole = has ? codes : dimension.codes.length > 1 ? [period] : undefined;
      const { [name]: _, ...others } = table.codes ?? {};
      const all = { ...others, ...(whole ? { [name]: whole } : {}) };
      return {
        ...table,
        dimensions: [name, ...table.dimensions.filter((one) => one !== name)],
        ...(Object.keys(all).length > 0 ? { codes: all } : {}),
      };
    }),
  };
}
