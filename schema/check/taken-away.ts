import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Bilingual } from '../errors/bilingual.js';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { openToOthers } from './open-to-others.js';
import { finding, type SchemaFinding } from './schema-finding.js';
import type { AllTerms } from './term-changes.js';

/**
 * What clients see now and would see no more, removed or hidden (`@inaccessible`), where it is open to others than who holds it: taken back whole is taken back (5.4.3 a), whether
 * anybody has asked for it lately or not.
 *
 * @param before what clients see of the supergraph in force
 * @param after what they would see
 */
export function takenAway(had: AllTerms, before: GraphQLSchema, after: GraphQLSchema): readonly SchemaFinding[] {
  return [
    ...[...had.fields, ...had.acts].flatMap(([coordinate, { owner, audience }]) => {
      const kinds = openToOthers(audience).join('/');
      return kinds === '' ? [] : [{ coordinate, owner, words: { en: `it would be gone, and is open to ${kinds}`, 'zh-CN': `今后将不复存在，而目前对 ${kinds} 开放` } }];
    }),
    ...[...had.structural].map(([coordinate, owner]) => ({ coordinate, owner, words: { en: 'it would be gone, and is open to whoever comes to it', 'zh-CN': '今后将不复存在，而目前对到达者开放' } })),
  ]
    .filter(({ coordinate }) => isSeen(before, coordinate) && !isSeen(after, coordinate))
    .map(({ coordinate, owner, words }) => told(coordinate, owner, words));
}

/** Whether a field or an act is among what clients see. */
export function isSeen(schema: GraphQLSchema, coordinate: string): boolean {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  return isObjectType(type) && field in type.getFields();
}

function told(coordinate: string, owner: string, words: Bilingual): SchemaFinding {
  return finding({ kind: 'NARROWED', code: 'TAKEN_AWAY', owners: [owner], coordinate, message: bilingualMessage('FINDING_NARROWED', { place: coordinate, words }) });
}
