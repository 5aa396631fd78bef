import { isIP } from 'node:net';
import type { Issuer } from '@hub/kernel/identity/issuer.js';
import { EnvironmentInvalid, owners, settingName } from '@hub/kernel/service/subgraph-environment.js';
import { contractNames, type ContractVariant } from '@hub/schema/contract/contract-variants.js';
import { z } from 'zod';
import { documentSettings, type DocumentSettings } from './documents/document-settings.js';
import { exportSettings, type ExportSettings } from './exports/export-settings.js';
import { demoIdentity, type DemoIdentity } from './pages/demo-identity.js';
import { sheetSettings, type SheetSettings } from './sheets/sheet-settings.js';
import { perLimit, type Limits } from './limits/limit-settings.js';
import type { SafelistMode } from './limits/operations/safelist.js';

/** What the gateway is told from outside. */
export interface GatewayEnvironment {
  readonly host: string;
  readonly port: number;
  /** Where the subgraphs listen, by owner. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** The supergraph, where it is given and not the registry's to deliver. */
  readonly supergraph: string | undefined;
  /** The contract that is served in place of the whole supergraph; undefined where all is. */
  readonly supergraphVariant: ContractVariant | undefined;
  /** Whose tokens are verified; undefined where nobody has to say who asks. */
  readonly issuer: Issuer | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  /** Folder of the hub's own data. */
  readonly dataDir: string;
  /** Milliseconds that a subgraph has for one answer. */
  readonly upstreamTimeout: number;
  readonly limits: Limits;
  /** How many subscriptions one party may hold at a time. */
  readonly subscriptionsPerParty: number;
  /** Whether the schema is told to who asks for it by GraphQL. */
  readonly introspection: boolean;
  /** Whether identical queries under way for the same caller, purpose and language are asked once. */
  readonly shareUpstreamRequests: boolean;
  /** Seconds after which the registry is told what was used. */
  readonly usageReportSeconds: number;
  /** Bytes for automatic persisted queries; undefined where there are none. */
  readonly persistedQueriesBytes: number | undefined;
  /** The list of operations, of a file or, where none is named, the registry's; undefined where everything may be asked. */
  readonly safelist: { readonly mode: SafelistMode; readonly file: string | undefined } | undefined;
  /** Whether the console is served at /console. */
  readonly console: boolean;
  /** Whether GraphiQL is served at /explorer. */
  readonly explorer: boolean;
  /** Whether Apollo Sandbox is served at /sandbox; it loads from Apollo's hosts. */
  readonly sandbox: boolean;
  /** What the pages may be tried as, under the development issuer. */
  readonly demoIdentities: readonly DemoIdentity[];
  /** Addresses of what stands before the gateway and is believed by which name the hub was asked (X-Forwarded-Host, X-Forwarded-Proto). */
  readonly trustedProxies: readonly string[];
  /** What protects the gateway where lists go out as files. */
  readonly exports: ExportSettings;
  /** What protects the gateway where documents are laid out. */
  readonly documents: DocumentSettings;
  /** What protects the gateway where sheets are filled in and sent. */
  readonly sheets: SheetSettings;
  readonly logLevel: string;
}

const address = (example: string) => z.url({ error: `is missing or not a URL; right would be, for example, ${example}` });
const origin = address('http://127.0.0.1:4001').refine((url) => new URL(url).pathname === '/', {
  error: 'has a path; right would be the address alone, for example http://127.0.0.1:4001',
});

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'is not a port; right would be, for example, 4000' }).int().min(0).max(65535).default(4000),
  SUPERGRAPH_VARIANT: z.enum(contractNames, { error: `is no contract; right would be one of ${contractNames.join(', ')}` }).optional(),
  HUB_DATA_DIR: z.string({ error: 'is missing; right would be, for example, /var/lib/hub' }).min(1),
  OIDC_ISSUER: address('https://login.example.gov.cn/realms/hub').optional(),
  OIDC_CLIENT_ID_GATEWAY: z.string().optional(),
  OIDC_CLIENT_SECRET_GATEWAY: z.string().optional(),
  NODE_ENV: z.string().optional(),
  UPSTREAM_TIMEOUT_MS: z.coerce
    .number({ error: 'is not a number of milliseconds; right would be, for example, 10000' })
    .int()
    .min(1)
    .default(10_000),
  PERSISTED_QUERIES: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, on' }).default('on'),
  PERSISTED_QUERIES_BYTES: wholeNumber({ standard: 8 * 1024 * 1024, least: 1024 }),
  SAFELIST: z.enum(['off', 'log', 'enforce'], { error: 'is none of off, log and enforce; right would be, for example, log' }).default('off'),
  SAFELIST_FILE: z.string().optional(),
  INTROSPECTION: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, off' }).optional(),
  CONSOLE: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, on' }).default('on'),
  EXPLORER: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, on' }).default('on'),
  SANDBOX: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, off' }).optional(),
  DEMO_IDENTITIES: json(z.array(demoIdentity)).default([]),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((each) => each.trim()).filter((each) => each !== ''))
    .refine((list) => list.every(isNetwork), { error: 'is no list of addresses; right would be, for example, 10.0.0.5,192.168.1.0/24' }),
  UPSTREAM_SHARING: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, on' }).default('on'),
  // The registry takes a gateway for silent that tells nothing for five minutes.
  USAGE_REPORT_SECONDS: wholeNumber({ standard: 10, least: 1, most: 60 }),
  SUBSCRIPTIONS_PER_PARTY: z.coerce
    .number({ error: 'is not a number of subscriptions; right would be, for example, 1000' })
    .int()
    .min(1)
    .default(1_000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'is no level; right would be, for example, warn' })
    .default('warn'),
});
const bounds = z.object(perLimit(wholeNumber));
const ofExports = z.object(Object.fromEntries(Object.entries(exportSettings).map(([name, setting]) => [name, wholeNumber(setting)])));
const ofDocuments = z.object(Object.fromEntries(Object.entries(documentSettings).map(([name, setting]) => [name, wholeNumber(setting)])));
const ofSheets = z.object(Object.fromEntries(Object.entries(sheetSettings).map(([name, setting]) => [name, wholeNumber(setting)])));
const urls = z.object(Object.fromEntries(owners.map((owner) => [`URL_${settingName(owner)}`, origin])));

/**
 * Reads and checks the settings of the gateway; a wrong one stops the start with its name and a right example.
 * @throws EnvironmentInvalid
 */
export function readEnvironment(variables: Variables = process.env): GatewayEnvironment {
  return read(variables, urls, (addresses) => ({
    supergraph: undefined,
    subgraphs: Object.fromEntries(owners.map((owner) => [owner, addresses[`URL_${settingName(owner)}`] ?? ''])),
  }));
}

/**
 * The same for a gateway before a supergraph that it is given, with subgraphs anywhere.
 * @throws EnvironmentInvalid
 */
export function readEnvironmentBefore(
  given: Pick<GatewayEnvironment, 'supergraph' | 'subgraphs'>,
  variables: Variables = process.env,
): GatewayEnvironment {
  return read(variables, z.object({}), () => given);
}

/** An address (10.0.0.5), or many by their prefix (192.168.1.0/24). */
function isNetwork(written: string): boolean {
  const [address = '', prefix, ...more] = written.split('/');
  const version = isIP(address);
  return version !== 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)));
}

type Variables = Readonly<Record<string, string | undefined>>;

function read<Addresses>(
  variables: Variables,
  addressShape: z.ZodType<Addresses>,
  graph: (addresses: Addresses) => Pick<GatewayEnvironment, 'supergraph' | 'subgraphs'>,
): GatewayEnvironment {
  const settings = shape.safeParse(variables);
  const addresses = addressShape.safeParse(variables);
  const limits = bounds.safeParse(variables);
  const exports = ofExports.safeParse(variables);
  const documents = ofDocuments.safeParse(variables);
  const sheets = ofSheets.safeParse(variables);
  if (!settings.success || !addresses.success || !limits.success || !exports.success || !documents.success || !sheets.success) {
    const issues = [settings, addresses, limits, exports, documents, sheets].flatMap(({ error }) => error?.issues ?? []);
    const problems = issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvironmentInvalid(`Settings of the gateway: ${problems.join('; ')}.`);
  }
  const { data } = settings;
  if (data.OIDC_ISSUER === undefined && data.NODE_ENV === 'production') {
    throw new EnvironmentInvalid(
      'OIDC_ISSUER is missing: in production the development issuer does not run. Set it to your OpenID provider, for example https://login.example.gov.cn/realms/hub.',
    );
  }
  const given = graph(addresses.data);
  if (data.SAFELIST !== 'off' && data.SAFELIST_FILE === undefined && given.supergraph !== undefined) {
    throw new EnvironmentInvalid(
      `SAFELIST_FILE is missing: SAFELIST is ${data.SAFELIST}. Set it to a manifest of operations, Apollo's or Relay's, for example /etc/hub/operations.json.`,
    );
  }
  return {
    host: data.HOST,
    port: data.PORT,
    ...given,
    supergraphVariant: data.SUPERGRAPH_VARIANT,
    issuer:
      data.OIDC_ISSUER === undefined
        ? { kind: 'development', folder: data.HUB_DATA_DIR }
        : { kind: 'oidc', issuer: data.OIDC_ISSUER },
    clientId: data.OIDC_CLIENT_ID_GATEWAY,
    clientSecret: data.OIDC_CLIENT_SECRET_GATEWAY,
    dataDir: data.HUB_DATA_DIR,
    upstreamTimeout: data.UPSTREAM_TIMEOUT_MS,
    limits: limits.data,
    exports: exports.data as ExportSettings,
    documents: documents.data as DocumentSettings,
    sheets: sheets.data as SheetSettings,
    subscriptionsPerParty: data.SUBSCRIPTIONS_PER_PARTY,
    introspection: data.INTROSPECTION === undefined ? data.OIDC_ISSUER === undefined : data.INTROSPECTION === 'on',
    console: data.CONSOLE === 'on',
    explorer: data.EXPLORER === 'on',
    sandbox: data.SANDBOX === undefined ? data.OIDC_ISSUER === undefined : data.SANDBOX === 'on',
    demoIdentities: data.DEMO_IDENTITIES,
    shareUpstreamRequests: data.UPSTREAM_SHARING === 'on',
    usageReportSeconds: data.USAGE_REPORT_SECONDS,
    persistedQueriesBytes: data.PERSISTED_QUERIES === 'on' ? data.PERSISTED_QUERIES_BYTES : undefined,
    safelist: data.SAFELIST === 'off' ? undefined : { mode: data.SAFELIST, file: data.SAFELIST_FILE },
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
  };
}

function json<Shape extends z.ZodType>(wanted: Shape) {
  return z
    .string()
    .transform((text, { addIssue }) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(wanted);
}

function wholeNumber({ standard, least, most }: { readonly standard: number; readonly least: number; readonly most?: number }) {
  const error = `is not a whole number of at least ${least}${most === undefined ? '' : ` and at most ${most}`}; right would be, for example, ${standard}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most ?? Number.MAX_SAFE_INTEGER, { error }).default(standard);
}
