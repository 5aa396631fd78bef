import { getNamedType, isEnumType, isObjectType, isScalarType, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import { domainTypes } from '../policy/lint/domain-types.js';
import { keyFields } from '../policy/lint/key-fields.js';
import type { OwnerContract } from '../policy/lint/owner-contract.js';
import { dataElementOf } from '../policy/terms/data-element-of.js';
import type { FieldTerms, PartyKind } from '../policy/terms/vocabulary.js';
import type { Catalogue, CatalogueField, CatalogueResource, CatalogueTerms } from './catalogue.js';
import { operatorOf } from './operator-of.js';

/** Reads the catalogue from the contracts of all owners; words of a type stand in its description, of a field in its data element. */
export function readCatalogue(contracts: readonly OwnerContract[]): Catalogue {
  const terms: Record<string, CatalogueTerms> = {};
  const resources = contracts
    .flatMap((contract) => domainTypes(contract).filter(isObjectType).map((type) => resourceOf(contract, type)))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
  return { terms, resources };

  function resourceOf({ owner }: OwnerContract, type: GraphQLObjectType): CatalogueResource {
    const meaning = oneLine(type.description) ?? '';
    const fields = contracts.flatMap((contract) => fieldsOf(contract, type.name));
    return { type: type.name, owner, holders: holdersOf(fields, owner), zh: chineseIn(meaning) ?? type.name, meaning, fields };
  }

  /** The fields of a type on which an owner decides: its own, and what it contributes to another's. */
  function fieldsOf({ owner, schema, table }: OwnerContract, typeName: string): CatalogueField[] {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${typeName}.${field.name}`;
      const found = table.fields.get(coordinate);
      if (found?.owner !== owner) return [];
      const { element: _element, grade, freshness, ...shared } = found;
      if (grade === undefined) throw new Error(`${coordinate} has no grade; give it one with @terms(grade: …) or @shared(grade: …).`);
      terms[nameOf(found)] = shared;
      const note = oneLine(field.description);
      return [{ coordinate, type: String(field.type), leadsTo: leadsTo(field.type), terms: nameOf(found), element: dataElementOf(coordinate, found)?.name ?? field.name, grade, freshness, note }];
    });
  }

  function holdersOf(fields: readonly CatalogueField[], owner: string): readonly PartyKind[] {
    const own = fields.flatMap((field) => terms[field.terms]).filter((found) => found?.owner === owner);
    const holding = own.flatMap((found) => found?.audience.filter(({ rows }) => rows === 'OWN').flatMap(({ kinds }) => kinds) ?? []);
    return holding.length > 0 ? [...new Set(holding)] : [operatorOf(owner)];
  }
}

function leadsTo(type: GraphQLOutputType): CatalogueField['leadsTo'] {
  const named = getNamedType(type);
  if (isScalarType(named)) return 'VALUE';
  if (isEnumType(named)) return 'CODE';
  return isObjectType(named) && keyFields(named).length > 0 ? 'RESOURCE' : 'STRUCTURE';
}

function nameOf({ owner, terms }: FieldTerms): string {
  return `${owner}.${terms}`;
}

function oneLine(description: string | null | undefined): string | undefined {
  return description?.replaceAll(/\s+/g, ' ').trim();
}

/** The first words in Chinese of a description, which names what it describes in both languages. */
function chineseIn(description: string): string | undefined {
  return /[\u4e00-\u9fff][\u4e00-\u9fff、（）]*/.exec(description)?.[0];
}
