import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { shopSchemas } from './shop-schemas.js';

/** The supergraph of the shop's subgraphs at these addresses. @throws Error where they do not compose */
export function shopSupergraph(addresses: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(shopSchemas).map(([name, typeDefs]) => ({ name, url: addresses[name] ?? '', typeDefs: parse(typeDefs) })),
  );
  if (supergraphSdl === undefined) throw new Error(`The shop does not compose: ${JSON.stringify(errors)}`);
  return supergraphSdl;
}
