import { readFile } from 'node:fs/promises';
import type { Connection } from './connection.js';
import { exportFileNames } from './exports/export-file-names.js';
import { fetchExport } from './exports/fetch-export.js';
import { HubExports } from './exports/hub-exports.js';
import { verifyExport, type VerifiedManifest } from './exports/verify-export.js';

/** What `POST /exports` takes. */
export interface ExportRequest {
  /** A list of the supergraph, such as `monitoringDataList`. */
  readonly list: string;
  readonly format: 'csv' | 'xlsx' | 'jsonl';
  readonly fields?: readonly string[];
  readonly filter?: object;
  readonly orderBy?: object;
}

/**
 * Writes a list that the party may see into a file, goes on behind a break, and verifies its signed manifest, which lies beside it: rows, hashes, and the terms that bind whoever has it.
 * @throws ExportRefused where the hub refuses; Error where the file is not what the hub signed
 */
export async function exportList({ url, token, language = 'zh-CN', purpose }: Connection, request: ExportRequest, file: string): Promise<VerifiedManifest> {
  const hub = new HubExports({ url, token, purpose, language });
  await fetchExport({ hub, request, file });
  const names = exportFileNames(file);
  const [manifest, signature, keys] = await Promise.all([names.manifest, names.signature, names.keys].map((path) => readFile(path, 'utf8')));
  const verdict = await verifyExport({ file, manifest: manifest ?? '', signature: signature ?? '', keys: JSON.parse(keys ?? '{"keys":[]}') as { keys: object[] } });
  if (!verdict.valid || !verdict.manifest) throw new Error(verdict.problems.join(' '));
  return verdict.manifest;
}
