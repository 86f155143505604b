// What datapackage.org/profiles/2.0 and the CSV on the Web vocabulary ask of the parts that are written
// here, as JSON Schema; the whole profiles are checked by frictionless and csvw (bench/peers).
const name = { type: 'string', pattern: '^([-a-z0-9._/])+$' };
const path = { type: 'string', pattern: '^(?=^[^./~])(^((?!\\.{2}).)*$).*$' };
const profile = (kind: string) => ({ const: `https://datapackage.org/profiles/2.0/${kind}.json` });

const tableSchema = {
  type: 'object',
  required: ['$schema', 'fields'],
  properties: {
    $schema: profile('tableschema'),
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'type'],
        properties: {
          name: { type: 'string' },
          type: { enum: ['string', 'number', 'integer', 'boolean', 'date', 'datetime'] },
          title: { type: 'string' },
          description: { type: 'string' },
          decimalChar: { type: 'string', minLength: 1, maxLength: 1 },
          constraints: { type: 'object' },
        },
      },
    },
    missingValues: { type: 'array', items: { type: 'string' } },
    primaryKey: { type: 'array', minItems: 1, items: { type: 'string' } },
    foreignKeys: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: { type: 'array', minItems: 1, items: { type: 'string' } },
          reference: {
            type: 'object',
            required: ['resource', 'fields'],
            properties: { fields: { type: 'array', minItems: 1, items: { type: 'string' } } },
          },
        },
      },
    },
  },
};

export const dataPackageSchema = {
  type: 'object',
  required: ['$schema', 'name', 'resources'],
  properties: {
    $schema: profile('datapackage'),
    name,
    title: { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string' },
    created: {
      type: 'string',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$',
    },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    contributors: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', properties: { roles: { type: 'array', minItems: 1 } } },
    },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['$schema', 'name', 'path'],
        properties: {
          $schema: profile('dataresource'),
          name,
          path,
          type: { const: 'table' },
          format: { type: 'string' },
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          bytes: { type: 'integer', minimum: 1 },
          hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
          dialect: {
            type: 'object',
            required: ['$schema'],
            properties: { $schema: profile('tabledialect'), delimiter: { type: 'string' } },
          },
          schema: tableSchema,
        },
      },
    },
  },
};

const natural = { type: ['string', 'array'] };
export const csvwSchema = {
  type: 'object',
  required: ['@context', 'tables'],
  properties: {
    '@context': {
      type: 'array',
      items: [{ const: 'http://www.w3.org/ns/csvw' }, { type: 'object', required: ['@language'] }],
      minItems: 2,
      additionalItems: false,
    },
    tables: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['url', 'tableSchema'],
        properties: {
          url: { type: 'string' },
          dialect: { type: 'object', required: ['delimiter', 'header'] },
          tableSchema: {
            type: 'object',
            required: ['columns'],
            properties: {
              columns: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'titles', 'datatype'],
                  // Only these and properties with a prefix are allowed.
                  propertyNames: { pattern: '^(name|titles|datatype|null|required|.+:.+)$' },
                  properties: {
                    name: { type: 'string', pattern: '^[^_\\s][^\\s]*$' },
                    titles: natural,
                  },
                },
              },
              primaryKey: natural,
              foreignKeys: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['columnReference', 'reference'],
                  additionalProperties: false,
                  properties: {
                    columnReference: natural,
                    reference: {
                      type: 'object',
                      required: ['resource', 'columnReference'],
                      additionalProperties: false,
                      properties: { resource: { type: 'string' }, columnReference: natural },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
