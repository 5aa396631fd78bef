import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';
import { assumedListSize, type CostTable, type ListSize } from './cost-table.js';

/**
 * The table with what interfaces and unions may cost: as much as the dearest of their types, and a field of an interface as much as
 * that field of any type. So nobody asks for less by asking through the interface.
 */
export function withAbstractTypes({ weights, sizes, sizedFields }: CostTable, schema: GraphQLSchema): CostTable {
  const allWeights = new Map(weights);
  const allSizes = new Map(sizes);
  for (const type of Object.values(schema.getTypeMap()).filter(isAbstractType)) {
    const names = [type, ...schema.getPossibleTypes(type)].map(({ name }) => name);
    weighAsDearest(type.name, names, '');
    for (const { name, args } of isInterfaceType(type) ? Object.values(type.getFields()) : []) {
      weighAsDearest(type.name, names, `.${name}`);
      for (const argument of args) weighAsDearest(type.name, names, `.${name}(${argument.name}:)`);
      const known = names.flatMap((owner) => sizes.get(`${owner}.${name}`) ?? []);
      if (known.length > 0) allSizes.set(`${type.name}.${name}`, known.reduce(larger));
    }
  }
  return { weights: allWeights, sizes: allSizes, sizedFields };

  function weighAsDearest(abstract: string, names: readonly string[], part: string): void {
    const known = names.flatMap((name) => weights.get(`${name}${part}`) ?? []);
    if (known.length > 0) allWeights.set(`${abstract}${part}`, Math.max(...known));
  }
}

function larger(a: ListSize, b: ListSize): ListSize {
  return {
    assumed: Math.max(a.assumed ?? assumedListSize, b.assumed ?? assumedListSize),
    slicing: [...new Set([...a.slicing, ...b.slicing])],
    sized: [...new Set([...a.sized, ...b.sized])],
  };
}
