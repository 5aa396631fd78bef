import type { GraphQLSchema } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import type { PartyKind } from '../policy/terms/vocabulary.js';
import { openToOthers } from './open-to-others.js';
import { finding, type SchemaFinding } from './schema-finding.js';
import { isSeen } from './taken-away.js';
import type { AllTerms } from './term-changes.js';

/** Who is many, and under nobody's orders: what is once open to them is out. */
const many: readonly PartyKind[] = ['PUBLIC', 'MERCHANT'];

/**
 * What clients would see and do not see now, where it is open to the public or to merchants: opened for the first time, or again, it is opened by somebody's word as what is opened wider is.
 *
 * @param before what clients see of the supergraph in force
 * @param after what they would see
 */
export function newlyOpened({ fields, acts }: AllTerms, before: GraphQLSchema, after: GraphQLSchema): readonly SchemaFinding[] {
  return [...fields, ...acts]
    .filter(([coordinate]) => isSeen(after, coordinate) && !isSeen(before, coordinate))
    .flatMap(([coordinate, { owner, audience }]) => {
      const kinds = openToOthers(audience).filter((kind) => many.includes(kind)).join('/');
      if (kinds === '') return [];
      const words = { en: `it would be new, and open to ${kinds}`, 'zh-CN': `为新增，并对 ${kinds} 开放` };
      return [finding({ kind: 'WIDENED', code: 'NEWLY_OPENED', owners: [owner], coordinate, message: bilingualMessage('FINDING_WIDENED', { place: coordinate, words }) })];
    });
}
