import { isNotKept } from '@hub/kernel/files/is-not-kept.js';
import { ImportFault } from '@hub/imports/import-fault.js';
import { keptMappings } from '@hub/imports/mapping/kept-mappings.js';
import { MappingInvalid } from '@hub/imports/mapping/mapping-problem.js';
import { readMapping, type ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import { countedWith, noCounts } from '@hub/imports/running/import-counts.js';
import { previewRows, type PreviewRow } from '@hub/imports/running/preview-rows.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { importsPath } from '../domain/imports-path.js';
import { longestMapping, sampleLimits, type CheckedMapping, type MappingSample, type MappingTrials } from '../repository/import-mappings.js';
import type { ImportStore } from './import-store.js';
import { requirePlaceColumn } from './require-place-column.js';

/** The act that an import of a centre does. */
export const act = 'takeInRiskInformation';

const mostPreviewed = 20;

/** Mappings that centres make themselves, checked and tried by the engine with which they will be imported. @param store where samples lie */
export function mappingTrials(store: Pick<ImportStore, 'pathOf'>): MappingTrials {
  const rowsOf = (read: ReadMapping, { partyId, hash, locale, given }: MappingSample, count: number) => previewRows(store.pathOf(partyId, hash), read, count, locale, { given });
  // A list of mappings has one sample read at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    faultsOf(text, locale) {
      if (text.length > longestMapping) return [{ code: 'VALUE_TOO_LONG', message: errorMessage('VALUE_TOO_LONG', locale, { field: 'text', limit: longestMapping }), path: '', line: 1, column: 1 }];
      try {
        readOwn(text);
        return [];
      } catch (error) {
        if (!(error instanceof MappingInvalid)) throw error;
        return error.problems.map(({ code, parameters, path, line, column }) => ({ code, message: errorMessage(code, locale, parameters), path: path.join('.'), line, column }));
      }
    },
    check: async (text, field) => {
      const checked = await refusing(field, async () => checkedMapping(text));
      if ((keptMappings as readonly string[]).includes(checked.name)) throw new Refusal('IMPORT_MAPPING_NAME_KEPT', { field, parameters: { mapping: checked.name } });
      return checked;
    },
    tryOn: ({ text }, sample) =>
      refusing('sampleHash', async () => {
        let [rows, counts] = [0, noCounts];
        for await (const row of rowsOf(readOwn(text), sample, sampleLimits.rows)) [rows, counts] = [rows + 1, countedWith(counts, [row])];
        return { rows, taken: counts.TAKEN, leftOut: counts.LEFT_OUT, refused: counts.REFUSED, repaired: counts.repaired };
      }),
    requirePlaceColumn,
    preview: (mapping, sample) => inTurn(() => preview(mapping, sample)),
  };

  async function preview({ text, name }: Pick<CheckedMapping, 'text' | 'name'>, sample: MappingSample): Promise<readonly PreviewRow[] | undefined> {
    const rows: PreviewRow[] = [];
    try {
      for await (const row of rowsOf(readMapping(text, name), sample, mostPreviewed)) rows.push(row);
      return rows;
    } catch (error) {
      // It has gone, or the contract has changed since: then nothing would become of it.
      if (isNotKept(error) || error instanceof ImportFault) return undefined;
      throw error;
    }
  }
}

/** What the file of a mapping says of itself. @throws MappingInvalid; Refusal VALUE_INVALID of what no field can hold */
export function checkedMapping(text: string): CheckedMapping {
  const { mapping: name, version, title, source, given } = readOwn(text).mapping;
  const held = (value: string) => requireText('text', value);
  return { name, version, en: held(title.en), zh: held(title['zh-CN']), text, source: held(source), given };
}

/** @throws MappingInvalid also of one that fills another act */
function readOwn(text: string): ReadMapping {
  const read = readMapping(text, 'text');
  if (read.mapping.fills === act) return read;
  throw new MappingInvalid('text', [{ code: 'IMPORT_MAPPING_ACT_UNKNOWN', parameters: { act: read.mapping.fills }, path: ['fills'], line: 1, column: 1 }]);
}

/** @throws Refusal for what is wrong with a mapping or a file as a whole, by the same code */
async function refusing<Result>(field: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportFault) throw new Refusal(error.code, { field, parameters: error.parameters });
    if (isNotKept(error)) throw new Refusal('IMPORT_FILE_NOT_HANDED_IN', { field, parameters: { address: `${importsPath}/uploads` } });
    throw error;
  }
}
