import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import type { HubEnvironment } from '../environment.js';
import { loopback, type Ports } from './choose-ports.js';

/** What is started: one of the owners' subgraphs, or the gateway in front of them. */
export type ServiceName = Owner | 'gateway';

/** What is decided before anything starts. */
export interface Plan {
  readonly environment: HubEnvironment;
  readonly ports: Ports;
  readonly maskKey: string;
}

/** As whom the pages of the gateway may be tried; it offers them under the development issuer alone. */
const identitiesToTry = demoIdentities.map((identity) => ({ ...identity, party: demoParticipants.find(({ id }) => id === identity.partyId)?.name ?? identity.partyId }));

/** The settings of the gateway: those of the hub, its own place, where the subgraphs are. */
export function gatewayVariables(plan: Plan): Record<string, string> {
  const { environment, ports } = plan;
  return { ...commonVariables(plan), HOST: environment.host, PORT: String(ports.gateway), DEMO_IDENTITIES: JSON.stringify(environment.demoData ? identitiesToTry : []) };
}

/** The settings of a subgraph: those of the hub, its own place and database, where the others are. */
export function subgraphVariables(plan: Plan, owner: Owner, databaseUrl: string): Record<string, string> {
  return {
    ...commonVariables(plan),
    HOST: loopback,
    [`PORT_${settingName(owner)}`]: String(plan.ports.subgraphs[owner]),
    [`DATABASE_URL_${settingName(owner)}`]: databaseUrl,
    MASK_KEY: plan.maskKey,
  };
}

function commonVariables({ environment, ports }: Plan): Record<string, string> {
  const inherited = Object.entries(environment.variables).filter(([name]) => !/^(DATABASE_URL_|PORT_|URL_)/.test(name));
  const urls = owners.map((owner) => [`URL_${settingName(owner)}`, `http://${loopback}:${ports.subgraphs[owner]}`] as const);
  return { ...Object.fromEntries([...inherited, ...urls]), HUB_DATA_DIR: environment.dataDir };
}
