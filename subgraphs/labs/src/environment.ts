import { archiveSettings, type ArchiveSettings } from '@hub/kernel/archive/archive-settings.js';
import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { z } from 'zod';
import type { ExternalSignerSettings } from './signing/signer-settings.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('labs', variables);
  signerSettingsOf(environment);
  archiveSettingsOf(environment);
  return environment;
}

const example = 'right would be, for example, https://signer.example.cn/hub/';
const shape = z.object({
  REPORT_SIGNER_URL: z.url({ protocol: /^https?$/, error: `is no address; ${example}` }),
  REPORT_SIGNER_TOKEN: z.string().optional(),
  // A first report asks twice, for a key and for a signature, within the 30 seconds that an act has in the database.
  REPORT_SIGNER_TIMEOUT_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 5' }).positive('must be above 0; right would be, for example, 5').max(12, 'is at most 12; right would be, for example, 5').default(5),
});

/**
 * Where the signer of reports is; undefined where the built-in one signs.
 * @throws EnvironmentInvalid
 */
export function signerSettingsOf({ variables, issuer }: Pick<SubgraphEnvironment, 'variables' | 'issuer'>): ExternalSignerSettings | undefined {
  if (!variables['REPORT_SIGNER_URL']) return undefined;
  const result = shape.safeParse(variables);
  const problems = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const url = result.data?.REPORT_SIGNER_URL ?? '';
  // What is signed, and the token, would be open to everybody on the way.
  if (result.success && issuer.kind !== 'development' && new URL(url).protocol !== 'https:') problems.push(`REPORT_SIGNER_URL is not https; ${example}`);
  if (!result.success || problems.length > 0) throw new EnvironmentInvalid(`Settings of the subgraph labs: ${problems.join('; ')}.`);
  const { REPORT_SIGNER_TOKEN: token, REPORT_SIGNER_TIMEOUT_SECONDS: timeoutSeconds } = result.data;
  return { url: url.endsWith('/') ? url : `${url}/`, token, timeoutSeconds };
}

/**
 * When closed cycles go into the archive (归档, 5.4.4).
 * @throws EnvironmentInvalid
 */
export function archiveSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): ArchiveSettings {
  return archiveSettings('labs', variables);
}
