import { isObjectType } from 'graphql';
import { durationInMilliseconds } from '../../identifiers/duration-in-milliseconds.js';
import { keyFields } from './key-fields.js';
import type { LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { ownTerms } from './own-terms.js';

export const resourceHasFreshness: LintRule = {
  name: 'resource-has-freshness',
  title: 'A resource has a freshness limit',
  sentence: 'Every field of an owner’s own entities says how old its values may be, and every limit is an ISO 8601 duration of days, hours and minutes.',
  clause: '5.4.3 b',
  exceptable: true,
  check: (contract) =>
    ownTerms(contract).flatMap(([coordinate, { freshness }]) => {
      if (freshness === undefined) {
        return isOfResource(contract, coordinate) ? [{ coordinate, message: { en: 'It has no freshness limit; give its type one with @defaultTerms(name: …, freshness: "PT5M").', 'zh-CN': '没有时效要求，请以 @defaultTerms(name: …, freshness: "PT5M") 为其类型写明' } }] : [];
      }
      return durationInMilliseconds(freshness) === undefined ? [{ coordinate, message: { en: `"${freshness}" is no duration of days, hours and minutes; right would be, for example, PT5M or P1D.`, 'zh-CN': `“${freshness}”不是以日、时、分表示的时长，正确示例：PT5M、P1D` } }] : [];
    }),
};

/** Whether a field stands on an entity whose rows the owner keeps. */
function isOfResource({ owner, schema, table }: OwnerContract, coordinate: string): boolean {
  const typeName = coordinate.slice(0, coordinate.indexOf('.'));
  const type = schema.getType(typeName);
  return isObjectType(type) && keyFields(type).some((key) => table.fields.get(`${typeName}.${key}`)?.owner === owner);
}
