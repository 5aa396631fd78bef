import { Supergraph } from '@apollo/federation-internals';
import { supportedFeatures } from './supported-features.js';

/** Why no gateway of this hub could load a supergraph, in words; undefined where it could. What composes may still ask for what none does, as `@authenticated` does. */
export function whyNotLoadable(supergraphSdl: string): string | undefined {
  try {
    Supergraph.build(supergraphSdl, { supportedFeatures: new Set(supportedFeatures), validateSupergraph: false }).apiSchema();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
