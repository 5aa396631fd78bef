import { dataElements } from '@hub/schema/code-lists/data-elements.js';
import type { Catalogue, CatalogueField, CatalogueResource } from '@hub/schema/catalogue/catalogue.js';
import type { Clause } from '@hub/schema/policy/terms/vocabulary.js';
import { timelinessOf } from '../domain/timeliness-of.js';
import type { QueryResourceCatalogArgs, SharedField, SharedResource, SharingClause } from '../generated/graphql.js';

/** A resource without how many records it has. */
type WordsOfResource = Omit<SharedResource, 'records' | 'newestChange' | 'holdings'>;

/** Until when everything is known that happened at each owner, and what time it is. */
export interface Heard {
  readonly owners: ReadonlyMap<string, Date>;
  readonly now: Date;
}

/** The resources of the catalogue that answer to all that is asked for, as the schema tells of them; how many records each has is told beside. */
export function sharedResources({ terms, resources }: Catalogue, { owner, type, class: classes, text }: QueryResourceCatalogArgs, heard: Heard): WordsOfResource[] {
  const words = text?.trim().toLowerCase() ?? '';
  return resources
    .filter((resource) => !owner || owner.includes(resource.owner))
    .filter((resource) => !type || type.includes(resource.type))
    .map(resourceOf)
    .filter(({ fields }) => !classes || fields.some((field) => classes.includes(field.class)))
    .filter((resource) => tellsOf(resource, words));

  function resourceOf({ type: name, zh, meaning, owner: owns, holders, fields }: CatalogueResource): WordsOfResource {
    const shared = fields.flatMap(fieldOf);
    return {
      ...{ type: name, nameZh: zh, meaning, owner: owns, holders: holders.filter((kind) => kind !== 'PUBLIC'), fields: shared },
      asOf: heard.owners.get(owns) ?? null,
      timeliness: shared.some(({ timeliness }) => timeliness === 'STALE') ? 'STALE' : 'IN_TIME',
    };
  }

  function fieldOf({ coordinate, type: value, terms: name, element, grade, freshness, note }: CatalogueField): SharedField[] {
    const found = terms[name];
    const meant = dataElements.get(element);
    if (!found || !meant) return [];
    const { owner: decides, terms: named, class: shared, ground, audience } = found;
    const { zh, en, standard } = meant;
    return [
      {
        ...{ coordinate, type: value, owner: decides, note: note ?? null, terms: named, class: shared, ground: ground ?? null },
        element: { name: element, nameZh: zh, meaning: en, standard: standard ?? null },
        ...{ grade, freshness: freshness ?? null },
        timeliness: timelinessOf(freshness, heard.owners.get(decides), heard.now) ?? null,
        audience: audience.map(clauseInWords),
      },
    ];
  }
}

/** A clause as the schema tells of it. */
export function clauseInWords({ kinds, levels, roles, rows, place, visibleFrom, mask, purposes, basis }: Clause): SharingClause {
  return {
    ...{ kinds: [...kinds], levels: copy(levels), roles: copy(roles), rows, place: place ?? null, visibleFrom: visibleFrom ?? null },
    ...{ mask: mask ?? null, purposes: copy(purposes), basis: basis ?? null },
  };
}

function copy(words: readonly string[] | undefined): string[] | null {
  return words ? [...words] : null;
}

function tellsOf({ type, nameZh, meaning, fields }: WordsOfResource, words: string): boolean {
  if (words === '') return true;
  const said = [type, nameZh, meaning, ...fields.flatMap(({ coordinate, element, note }) => [coordinate, element.nameZh, element.meaning, note ?? ''])];
  return said.some((text) => text.toLowerCase().includes(words));
}
