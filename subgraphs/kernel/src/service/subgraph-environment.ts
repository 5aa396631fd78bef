import { owners } from '@hub/prisma/owner.js';
import { z } from 'zod';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { fileSettingsOf, type FileSettings } from '../files/file-settings.js';
import type { Issuer } from '../identity/issuer.js';
import { EnvironmentInvalid } from './environment-invalid.js';

/** What a subgraph is told from outside. */
export interface SubgraphEnvironment {
  readonly owner: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Where the subgraphs listen, by owner. */
  readonly peers: Readonly<Record<string, string>>;
  readonly issuer: Issuer;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  /** Folder of the hub's own data. */
  readonly dataDir: string;
  /** Key under which HASH masks are made. */
  readonly maskKey: string;
  readonly logLevel: string;
  /** Milliseconds for which the audit log and what is made of it are kept. */
  readonly auditRetention: number;
  /** How files of evidence are taken in, where the owner takes any. */
  readonly files: FileSettings;
  /** Everything as it was given, for settings that one owner alone has. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export { EnvironmentInvalid };

/** For how long 5.4.3 d has audit records kept, as days. */
const threeYears = 'P1096D';

/** Known here too to those who may not know the databases: the gateway, and what is received of every owner. */
export { owners };

/** The name of an owner as it stands in names of settings, such as MONITORING_CENTER. */
export function settingName(owner: string): string {
  return owner.replaceAll('-', '_').toUpperCase();
}

/**
 * Reads the settings that every subgraph has.
 * @throws EnvironmentInvalid
 */
export function readSubgraphEnvironment(owner: string, variables: Readonly<Record<string, string | undefined>>): SubgraphEnvironment {
  const name = settingName(owner);
  const url = (example: string) => z.url({ error: `is not a URL; right would be, for example, ${example}` });
  const shape = z.object({
    HOST: z.string().default('127.0.0.1'),
    [`PORT_${name}`]: z.coerce.number({ error: 'is not a port; right would be, for example, 4001' }).int().min(0).max(65535),
    [`DATABASE_URL_${name}`]: url(`postgresql://hub:secret@127.0.0.1:5432/${owner}`),
    HUB_DATA_DIR: z.string({ error: 'is missing; right would be, for example, /var/lib/hub' }).min(1),
    MASK_KEY: z.string({ error: 'is missing; right would be 32 random characters' }).min(16),
    OIDC_ISSUER: url('https://login.example.gov.cn/realms/hub').optional(),
    [`OIDC_CLIENT_ID_${name}`]: z.string().optional(),
    [`OIDC_CLIENT_SECRET_${name}`]: z.string().optional(),
    NODE_ENV: z.string().optional(),
    AUDIT_RETENTION: z.string().default(threeYears).transform(durationInMilliseconds).refine((duration) => duration !== undefined, 'is no duration of days; right would be, for example, P1096D'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
    ...Object.fromEntries(owners.map((peer) => [`URL_${settingName(peer)}`, url('http://127.0.0.1:4001').optional()])),
  });
  const result = shape.safeParse(variables);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvironmentInvalid(`Settings of the subgraph ${owner}: ${problems.join('; ')}.`);
  }
  const values = result.data as Record<string, string | number | undefined>;
  const text = (key: string) => values[key] as string | undefined;
  const oidc = text('OIDC_ISSUER');
  if (oidc === undefined && text('NODE_ENV') === 'production') {
    throw new EnvironmentInvalid(
      'OIDC_ISSUER is missing: in production the development issuer does not run. Set it to your OpenID provider, for example https://login.example.gov.cn/realms/hub.',
    );
  }
  const dataDir = text('HUB_DATA_DIR') ?? '';
  const issuer: Issuer = oidc === undefined ? { kind: 'development', folder: dataDir } : { kind: 'oidc', issuer: oidc };
  return {
    owner,
    host: text('HOST') ?? '127.0.0.1',
    port: values[`PORT_${name}`] as number,
    databaseUrl: text(`DATABASE_URL_${name}`) ?? '',
    peers: Object.fromEntries(owners.flatMap((peer) => {
      const address = text(`URL_${settingName(peer)}`);
      return address === undefined ? [] : [[peer, address]];
    })),
    issuer,
    clientId: text(`OIDC_CLIENT_ID_${name}`),
    clientSecret: text(`OIDC_CLIENT_SECRET_${name}`),
    dataDir,
    maskKey: text('MASK_KEY') ?? '',
    logLevel: text('LOG_LEVEL') ?? 'warn',
    auditRetention: values['AUDIT_RETENTION'] as number,
    files: fileSettingsOf(owner, variables, issuer),
    variables,
  };
}
