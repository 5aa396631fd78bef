import { readFile } from 'node:fs/promises';
import { EnvironmentInvalid } from '@hub/kernel/service/subgraph-environment.js';
import { manifest } from './manifest.js';
import { OperationList, type OperationListSource } from './operation-list.js';

/**
 * The list of operations in a manifest file, read once at the start.
 * @throws EnvironmentInvalid where there is no such file or it is no manifest
 */
export async function manifestFile(file: string): Promise<OperationListSource> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new EnvironmentInvalid(`SAFELIST_FILE ${file} cannot be read as JSON (${(error as Error).message}). Right would be a persisted query manifest.`);
  }
  const { data, error } = manifest.safeParse(content);
  if (!data) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new EnvironmentInvalid(
      `SAFELIST_FILE ${file} is no persisted query manifest: ${problems.slice(0, 5).join('; ')}. Right would be {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": …, "body": …, "name": …, "type": "query"}]}.`,
    );
  }
  const list = new OperationList(data.operations);
  return { current: () => list };
}
