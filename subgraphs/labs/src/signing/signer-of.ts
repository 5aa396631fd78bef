import type { SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import type { Signer } from '../domain/signer.js';
import { signerSettingsOf } from '../environment.js';
import { builtInSigner } from './built-in-signer.js';
import { externalSigner } from './external-signer.js';

const known = new WeakMap<SubgraphEnvironment, Signer>();

/** The signer of this hub: the external one where its address is set, else the built-in one. @throws EnvironmentInvalid */
export function signerOf(environment: SubgraphEnvironment): Signer {
  const signer = known.get(environment) ?? made(environment);
  known.set(environment, signer);
  return signer;
}

function made(environment: SubgraphEnvironment): Signer {
  const settings = signerSettingsOf(environment);
  return settings ? externalSigner(settings) : builtInSigner(environment.maskKey);
}
