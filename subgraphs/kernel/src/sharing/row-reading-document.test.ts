import { print } from 'graphql';
import { expect, it } from 'vitest';
import { labSchema } from '../testing/lab-schema.js';
import { rowReadingDocument } from './row-reading-document.js';

const schema = labSchema('accreditation: Accreditation report(number: String!): String reports(first: Int = 10): String', 'type Accreditation { number: String } enum Nature { RISK }');
const asked = (type: string, ...fields: string[]) => {
  const found = rowReadingDocument(schema, type, fields);
  return found && { key: found.key, fields: found.fields, document: print(found.document).replaceAll(/\s+/g, ' ') };
};

it('asks an owner’s own schema for the fields of a row, of an object whether it may be read at all, and leaves out what cannot be read by itself', () => {
  expect(asked('Lab', 'nothing', 'report', 'id', 'accreditation', 'reports')).toEqual({
    key: 'id',
    fields: ['id', 'accreditation', 'reports'],
    document: 'query RowReading($row: _Any!) { _entities(representations: [$row]) { ... on Lab { f0: id f1: accreditation { __typename } f2: reports } } }',
  });
});

it('asks nothing of what is no entity, nor where no field is left', () => {
  for (const type of ['Nothing', 'Nature', 'Accreditation']) expect(asked(type, 'number')).toBeUndefined();
  expect(asked('Lab', 'report', 'nothing')).toBeUndefined();
});
