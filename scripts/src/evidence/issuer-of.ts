import type { Issuer } from '@hub/kernel/identity/issuer.js';
import type { HubEnvironment } from '../environment.js';

/** Who issues the tokens of the hub: with an issuer for trying out, settings may be laxer. */
export function issuerOf({ oidcIssuer, dataDir }: Pick<HubEnvironment, 'oidcIssuer' | 'dataDir'>): Issuer {
  return oidcIssuer === undefined ? { kind: 'development', folder: dataDir } : { kind: 'oidc', issuer: oidcIssuer };
}
