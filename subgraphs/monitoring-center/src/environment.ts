import { archiveSettings, type ArchiveSettings } from '@hub/kernel/archive/archive-settings.js';
import { areHosts, hostList, withPort } from '@hub/kernel/outbound/host-list.js';
import { personalSettings, type PersonalSettings } from '@hub/kernel/personal/personal-settings.js';
import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { z } from 'zod';
import type { SourceHosts } from './domain/source-address.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('monitoring-center', variables);
  complainantSettingsOf(environment);
  buyerSettingsOf(environment);
  importSettingsOf(environment);
  comparisonSettingsOf(environment);
  archiveSettingsOf(environment);
  return environment;
}

const complainantShape = z.object({
  COMPLAINANTS_KEPT: z.string().default('P1096D').transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, 'is no duration of days; right would be, for example, P1096D'),
  COMPLAINANT_SWEEP_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 600' }).positive('must be above 0; right would be, for example, 600').max(86_400, 'is more than a day; right would be, for example, 600').default(600),
});

/** Hosts are asked by https, and by plain http those before which it stands. */
function sourceHostsOf(text: string): SourceHosts {
  const plain = /^http:\/\//i;
  const each = text.split(',').map((host) => host.trim());
  return {
    hosts: new Set(hostList(each.filter((host) => !plain.test(host)).join(','))),
    plainHosts: new Set(each.filter((host) => plain.test(host)).map((host) => withPort(host.replace(plain, '').toLowerCase(), '80'))),
  };
}

const importShape = z.object({
  IMPORT_FILES_KEPT: z.string().default('P7D').transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, 'is no duration of days; right would be, for example, P7D'),
  IMPORT_REPORTS_KEPT: z.string().default('P1096D').transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, 'is no duration of days; right would be, for example, P1096D'),
  IMPORTS_AT_ONCE: z.coerce.number({ error: 'is no number; right would be, for example, 2' }).int().min(0, 'must not be below 0; right would be, for example, 2').max(16, 'is at most 16; right would be, for example, 2').default(2),
  IMPORT_LEASE_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 30' }).min(1, 'must be at least 1; right would be, for example, 30').max(600, 'is at most 600; right would be, for example, 30').default(30),
  IMPORT_ALLOWED_HOSTS: z.string().default('').refine((text) => areHosts([...sourceHostsOf(text).hosts, ...sourceHostsOf(text).plainHosts]), 'is no list of hosts, each with a port unless it is that of its protocol; right would be, for example, data.example.cn,10.1.2.3:8443,http://source.intranet:8080').transform(sourceHostsOf),
  IMPORT_PULL_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 300' }).positive('must be above 0; right would be, for example, 300').max(3_600, 'is more than an hour; right would be, for example, 300').default(300),
  IMPORT_FILE_SWEEP_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 600' }).positive('must be above 0; right would be, for example, 600').max(86_400, 'is more than a day; right would be, for example, 600').default(600),
});

const comparisonShape = z.object({
  COMPARISON_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 60' }).positive('must be above 0; right would be, for example, 60').max(86_400, 'is more than a day; right would be, for example, 60').default(60),
});

type Settings = Pick<SubgraphEnvironment, 'variables'>;

/** How imports are kept (导入, 5.1.1). */
export interface ImportSettings {
  /** Milliseconds for which a file is kept that was handed in, and once more when its import has ended. */
  readonly filesKept: number;
  /** Milliseconds for which an import and its report are kept after its end. */
  readonly reportsKept: number;
  /** Imports that this process goes on with at once: a long one must not hold up all others. None at 0: then other processes do. */
  readonly atOnce: number;
  /** Seconds after which another process goes on with what this one was at when it was killed. */
  readonly leaseSeconds: number;
  /** From where sources may be fetched; from nowhere unless it is said. */
  readonly sourceHosts: SourceHosts;
  /** Seconds for which a source that is pulled may take. */
  readonly sourceSeconds: number;
  /** Seconds between two looks for files whose time is over. */
  readonly sweepSeconds: number;
}

/**
 * For how long who complained is kept, in milliseconds, and how often it is looked whose time is over, in seconds (5.4.3 d).
 * @throws EnvironmentInvalid
 */
export function complainantSettingsOf({ variables }: Settings): { readonly keptFor: number; readonly sweepSeconds: number } {
  const { COMPLAINANTS_KEPT, COMPLAINANT_SWEEP_SECONDS } = read(complainantShape, variables);
  return { keptFor: COMPLAINANTS_KEPT ?? 0, sweepSeconds: COMPLAINANT_SWEEP_SECONDS };
}

/**
 * How often it is looked which records are to be compared with others, in seconds (归并建议, 5.1.1).
 * @throws EnvironmentInvalid
 */
export function comparisonSettingsOf({ variables }: Settings): { readonly seconds: number } {
  return { seconds: read(comparisonShape, variables).COMPARISON_SECONDS };
}

/**
 * When closed cycles go into the archive (归档, 5.4.4).
 * @throws EnvironmentInvalid
 */
export function archiveSettingsOf({ variables }: Settings): ArchiveSettings {
  return archiveSettings('monitoring-center', variables);
}

/**
 * For how long who bought is kept after the last purchase under the account: as long as the record of sampling, six years (检验检测机构监督管理办法).
 * @throws EnvironmentInvalid
 */
export function buyerSettingsOf({ variables }: Settings): PersonalSettings {
  return personalSettings('monitoring-center', variables, { name: 'BUYERS_KEPT', usual: 'P2192D' });
}

/** Read once: each request asks for them. */
const importSettings = new WeakMap<Settings, ImportSettings>();

/** @throws EnvironmentInvalid */
export function importSettingsOf(settings: Settings): ImportSettings {
  const known = importSettings.get(settings);
  if (known) return known;
  const { IMPORT_FILES_KEPT, IMPORT_REPORTS_KEPT, IMPORTS_AT_ONCE, IMPORT_LEASE_SECONDS, IMPORT_ALLOWED_HOSTS, IMPORT_PULL_SECONDS, IMPORT_FILE_SWEEP_SECONDS } = read(importShape, settings.variables);
  const made = { filesKept: IMPORT_FILES_KEPT ?? 0, reportsKept: IMPORT_REPORTS_KEPT ?? 0, atOnce: IMPORTS_AT_ONCE, leaseSeconds: IMPORT_LEASE_SECONDS, sourceHosts: IMPORT_ALLOWED_HOSTS, sourceSeconds: IMPORT_PULL_SECONDS, sweepSeconds: IMPORT_FILE_SWEEP_SECONDS };
  importSettings.set(settings, made);
  return made;
}

function read<Shape extends z.ZodType>(shape: Shape, variables: Settings['variables']): z.output<Shape> {
  const { data, error } = shape.safeParse(variables);
  if (error) throw new EnvironmentInvalid(`Settings of the subgraph monitoring-center: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`);
  return data;
}
