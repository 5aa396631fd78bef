import { resolve } from 'node:path';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { z } from 'zod';
import { CommandRefused } from './command-refused.js';

/** What the command `hub` is told from outside. */
export interface HubEnvironment {
  /** Where the gateway listens; the subgraphs listen on the loopback address only. */
  readonly host: string;
  /** The gateway's port; the subgraphs prefer those behind it. 0 means any that is free. */
  readonly port: number;
  /** Absolute path of the folder in which everything lies that the hub keeps. */
  readonly dataDir: string;
  /** Databases that are not the embedded server's. */
  readonly databaseUrls: Readonly<Partial<Record<Owner, string>>>;
  /** Whether a new hub gets the members, catalogues and recalls of the demo. */
  readonly demoData: boolean;
  readonly oidcIssuer: string | undefined;
  readonly maskKey: string | undefined;
  /** Everything as it was given, for the services that read settings of their own. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HUB_DATA_DIR: z.string().default('.hub'),
  DEMO_DATA: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: z.string().optional(),
  MASK_KEY: z.string().optional(),
});

/**
 * Reads the settings of the command; an empty one counts as not given.
 * @throws CommandRefused
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): HubEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const settings = shape.safeParse(given);
  if (settings.error?.issues.some(({ path }) => path[0] === 'DEMO_DATA')) throw new CommandRefused(`DEMO_DATA is "${given['DEMO_DATA']}"; it is on or off.`);
  if (!settings.success) throw new CommandRefused(`PORT is "${given['PORT']}", which is no port; right would be, for example, PORT=4000.`);
  const urls = owners.flatMap((owner) => {
    const name = `DATABASE_URL_${settingName(owner)}`;
    const url = given[name];
    if (url === undefined) return [];
    if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
      throw new CommandRefused(`${name} is no address of a PostgreSQL database; right would be, for example, postgresql://user:password@host:5432/hub.`);
    }
    return [[owner, url] as const];
  });
  return {
    host: settings.data.HOST,
    port: settings.data.PORT,
    dataDir: resolve(settings.data.HUB_DATA_DIR),
    databaseUrls: Object.fromEntries(urls),
    demoData: settings.data.DEMO_DATA === 'on',
    oidcIssuer: settings.data.OIDC_ISSUER,
    maskKey: settings.data.MASK_KEY,
    variables: given,
  };
}
