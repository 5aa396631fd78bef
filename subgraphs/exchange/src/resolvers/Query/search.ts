import { requireRegions } from '@hub/kernel/lists/require-regions.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { isStorable } from '@hub/kernel/validation/is-storable.js';
import { longestSearch, searchableText } from '../../domain/searchable-text.js';
import { searchedTypes } from '../../domain/searched-types.js';
import type { QueryResolvers, ResolversTypes } from '../../generated/graphql.js';
import { noteStaleCopies } from '../../repository/note-stale-copies.js';

export const search: QueryResolvers['search'] = async (_root, { text, criteria, first, after }, context) => {
  const { locale, search: find } = context;
  if (!searchableText(text) || !isStorable(text)) {
    const problem = { en: `it needs a word, and at most ${longestSearch} characters`, 'zh-CN': `须有检索词，最多 ${longestSearch} 个字符` };
    throw codedError('VALUE_INVALID', locale, { field: 'text', problem, example: '充电宝 battery' });
  }
  requireRegions(criteria, locale);
  const facets = {
    ...(criteria?.channel && { channel: criteria.channel }),
    ...(criteria?.category && { category: criteria.category }),
    ...(criteria?.hazardItem && { hazardItem: criteria.hazardItem }),
    ...(criteria?.sellerRegionCode && { sellerRegion: [criteria.sellerRegionCode] }),
  };
  const unstorable = Object.values(facets).flat().find((value) => !isStorable(value));
  if (unstorable !== undefined) throw codedError('VALUE_INVALID', locale, { field: 'criteria', problem: { en: 'it has characters that no text has', 'zh-CN': '含有无效字符' }, example: 'COMPLAINT' });
  const types = criteria?.type ? criteria.type.map((type) => searchedTypes[type]) : Object.values(searchedTypes);
  await noteStaleCopies(context, types);
  const found = await find({
    ...{ text, types, facets, size: first ?? null, after: after ?? null },
    from: criteria?.from ?? null,
    until: criteria?.until ?? null,
  });
  // Counts and highlights are functions, called where they are asked for.
  return found as unknown as ResolversTypes['SearchResults'] & object;
};
