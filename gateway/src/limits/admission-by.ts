import type { Logger } from '@hub/kernel/service/logger.js';
import type { GatewayEnvironment } from '../environment.js';
import { Admission } from './admission.js';
import { DocumentLimits } from './document-limits.js';
import { manifestFile } from './operations/manifest-file.js';
import { Safelist } from './operations/safelist.js';

/**
 * The admission that the settings ask for.
 * @throws EnvironmentInvalid where the list of operations cannot be read
 */
export async function admissionBy({ limits, introspection, safelist }: GatewayEnvironment, log: Logger): Promise<Admission> {
  const listed = safelist && new Safelist(await manifestFile(safelist.file), safelist.mode, log);
  return new Admission(new DocumentLimits(limits, { introspection }), listed);
}
