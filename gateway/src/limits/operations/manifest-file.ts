import { readFile } from 'node:fs/promises';
import { EnvironmentInvalid } from '@hub/kernel/service/subgraph-environment.js';
import { anyManifest, manifestProblems } from './any-manifest.js';
import { OperationList, type OperationListSource } from './operation-list.js';

const right = 'Right would be {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": …, "body": …, "name": …, "type": "query"}]}, or texts by id, as Relay\'s compiler writes them: {"<id>": "query …"}.';

/**
 * The list of operations in a manifest file, Apollo's or Relay's, read once at the start.
 * @throws EnvironmentInvalid where there is no such file or it is no manifest
 */
export async function manifestFile(file: string): Promise<OperationListSource> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new EnvironmentInvalid(`SAFELIST_FILE ${file} cannot be read as JSON (${(error as Error).message}). Right would be a manifest of operations.`);
  }
  const { data, error } = anyManifest.safeParse(content);
  if (!data) throw new EnvironmentInvalid(`SAFELIST_FILE ${file} is no manifest of operations: ${manifestProblems(error).slice(0, 5).join('; ')}. ${right}`);
  const list = new OperationList(data);
  return { current: () => list };
}
