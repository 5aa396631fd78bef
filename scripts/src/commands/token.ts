import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { demoIdentities, demoUsersPerParty, type DemoIdentity } from '@hub/prisma/seed/demo-participants.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';

export interface TokenOptions {
  readonly role?: string | undefined;
  readonly user?: string | undefined;
}

/** Prints a token for a demo identity, and nothing else. */
export async function token(name: string, options: TokenOptions): Promise<void> {
  console.log(await tokenFor(name, options));
}

/** @throws CommandRefused that names what there is to choose from */
export async function tokenFor(name: string, { role, user = '1' }: TokenOptions): Promise<string> {
  const { dataDir, oidcIssuer } = readEnvironment();
  if (oidcIssuer) throw new CommandRefused(`OIDC_ISSUER is set: tokens come from ${oidcIssuer}, and the development issuer is off.`);
  const identity = demoIdentities.find((each) => each.name === name);
  if (!identity) throw new CommandRefused(`There is no identity "${name}". There are:\n${demoIdentities.map(inWords).join('\n')}`);
  const acting = role?.toUpperCase() ?? identity.defaultRole;
  if (!identity.roles.includes(acting)) throw new CommandRefused(`"${name}" has no role "${role}". It has: ${identity.roles.join(', ')}.`);
  if (!demoUsersPerParty.some((each) => String(each) === user)) {
    throw new CommandRefused(`"${name}" has no user "${user}". It has: ${demoUsersPerParty.join(', ')}.`);
  }
  try {
    return await mintUserToken(dataDir, { userId: `${name}.${user}`, partyId: identity.partyId, role: acting });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CommandRefused(`No hub has been started on ${dataDir} yet, so there is no issuer. Start one (npm start), or set HUB_DATA_DIR to its folder.`);
  }
}

function inWords({ name, defaultRole, roles }: DemoIdentity): string {
  const others = roles.filter((role) => role !== defaultRole);
  return `  ${name.padEnd(20)} ${[`${defaultRole} (unless told otherwise)`, ...others].join(', ')}`;
}
