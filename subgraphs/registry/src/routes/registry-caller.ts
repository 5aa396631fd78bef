import type { IncomingHttpHeaders } from 'node:http';
import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { RegistryDatabase } from '../repository/database.js';
import { callerOfToken, isRegistryToken, registryTokenHash, tokenInForce } from '../repository/registry-token.js';

/** Who asks at one of the registry's plain addresses: a member, or an owner's build by a registry token. @throws GraphQLError as `Authenticate`, REGISTRY_TOKEN_REFUSED */
export async function registryCaller(database: RegistryDatabase, authenticate: Authenticate, headers: IncomingHttpHeaders): Promise<Caller> {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  if (!isRegistryToken(bearer)) return authenticate.caller(headers);
  const token = await tokenInForce(database, { tokenHash: registryTokenHash(bearer) }, authenticate.trustedIssuer);
  if (!token) throw codedError('REGISTRY_TOKEN_REFUSED', localeOf(headers['accept-language']));
  await database.registryToken.update({ where: { id: token.id }, data: { lastUsedAt: new Date() } });
  return callerOfToken(token);
}
