import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import type { HubEnvironment } from '../environment.js';
import { loopback, type Ports } from './choose-ports.js';

/** What is started: one of the owners' subgraphs, or the gateway in front of them. */
export type ServiceName = Owner | 'gateway';

export const serviceNames: readonly ServiceName[] = [...owners, 'gateway'];

/** What has been decided before the services start. */
export interface Plan {
  readonly environment: HubEnvironment;
  readonly ports: Ports;
  readonly maskKey: string;
  readonly databaseUrls: Readonly<Record<Owner, string>>;
}

/** The settings of one service: those of the hub, its own place, where the others are; of the databases only its own. */
export function serviceVariables({ environment, ports, maskKey, databaseUrls }: Plan, service: ServiceName): Record<string, string> {
  const inherited = Object.entries(environment.variables).filter(([name]) => !/^(DATABASE_URL_|PORT_|URL_)/.test(name));
  const urls = owners.map((owner) => [`URL_${settingName(owner)}`, `http://${loopback}:${ports.subgraphs[owner]}`]);
  const own =
    service === 'gateway'
      ? { HOST: environment.host, PORT: String(ports.gateway) }
      : {
          HOST: loopback,
          [`PORT_${settingName(service)}`]: String(ports.subgraphs[service]),
          [`DATABASE_URL_${settingName(service)}`]: databaseUrls[service],
          MASK_KEY: maskKey,
        };
  return { ...Object.fromEntries([...inherited, ...urls]), HUB_DATA_DIR: environment.dataDir, ...own };
}
