import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { givenValues } from '../domain/given-values.js';
import { importRunMachine } from '../domain/import-run-machine.js';
import type { StartImportInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keptImportFile } from './import-files.js';
import type { ImportMappings, UsableMapping } from './import-mappings.js';
import { newId } from './new-id.js';

/** Imports of one party that have not ended, at the most. Starts at the same moment may exceed it by one each. */
export const mostStarted = 20;

/** What a start needs besides its transaction. */
export interface ImportStart {
  readonly mappings: ImportMappings;
  /** Milliseconds for which the file is kept. */
  readonly keptFor: number;
  readonly locale: Locale;
}

/** Starts the import of a file (导入, 5.1.1): from here on it goes on by itself, whatever becomes of the process. */
export async function startImport({ unit, caller }: ActScope<MonitoringCenterTransaction>, input: StartImportInput, { mappings, keptFor, locale }: ImportStart): Promise<ActResult> {
  const { tx, now } = unit;
  const mapping = await usable(mappings, tx, caller.partyId, input);
  const given = givenValues(input.given ?? [], mapping.given);
  const file = await keptImportFile(tx, caller.partyId, input.fileHash, { field: 'fileHash', until: new Date(now.getTime() + keptFor) });
  if ((await tx.importRun.count({ where: { holder: caller.partyId, state: 'STARTED' } })) >= mostStarted) throw new Refusal('IMPORTS_TOO_MANY', { parameters: { limit: mostStarted } });
  const run = await tx.importRun.create({
    data: {
      id: newId(now),
      ...{ mapping: mapping.name, mappingVersion: mapping.version, mappingText: mapping.text, importMappingId: mapping.id, source: mapping.source },
      ...{ fileHash: file.hash, mended: input.mended ?? false, given, locale },
      ...{ started: { ...actRecord(unit) }, startedAt: now },
      ...{ holder: caller.partyId, concerned: [] },
      ...importRunMachine.begin('startImport'),
    },
  });
  unit.emit({ kind: 'ImportStarted', subjectType: 'ImportRun', subjectId: run.id, stamps: stampsOf(run), receivers: {} });
  return { valueId: run.id };
}

/** @throws Refusal IMPORT_MAPPING_UNKNOWN that lists those that there are */
async function usable(mappings: ImportMappings, tx: MonitoringCenterTransaction, partyId: string, { mapping, mappingVersion: version }: StartImportInput): Promise<UsableMapping> {
  const found = await mappings.find(tx, partyId, mapping, version);
  if (found) return found;
  const all = await mappings.all(tx, partyId);
  const field = all.some(({ name }) => name === mapping) ? 'mappingVersion' : 'mapping';
  const known = all.map((each) => `${each.name} ${each.version}`).join(', ');
  throw new Refusal('IMPORT_MAPPING_UNKNOWN', { field, parameters: { mapping: mapping.slice(0, 100), version, known } });
}
