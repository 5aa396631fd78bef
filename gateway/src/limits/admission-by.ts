import type { Logger } from '@hub/kernel/service/logger.js';
import type { GatewayEnvironment } from '../environment.js';
import { consoleManifest } from '../pages/console-manifest.js';
import { Admission } from './admission.js';
import { DocumentLimits } from './document-limits.js';
import { eitherList } from './operations/either-list.js';
import { manifestFile } from './operations/manifest-file.js';
import type { OperationListSource } from './operations/operation-list.js';
import { Safelist } from './operations/safelist.js';

/**
 * The admission that the settings ask for.
 *
 * @param ofRegistry the list that the registry keeps, for where no file is named
 * @throws EnvironmentInvalid where the list of operations cannot be read
 */
export async function admissionBy({ limits, introspection, safelist, console }: GatewayEnvironment, log: Logger, ofRegistry: OperationListSource | undefined): Promise<Admission> {
  const source = safelist && (safelist.file === undefined ? ofRegistry : await manifestFile(safelist.file));
  // What the hub's own console asks is the hub's to list, where the console is served.
  const listed = safelist && source && new Safelist(console ? eitherList(source, await manifestFile(consoleManifest)) : source, safelist.mode, log);
  return new Admission(new DocumentLimits(limits, { introspection }), listed);
}
