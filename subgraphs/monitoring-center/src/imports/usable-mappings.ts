import { ImportFault } from '@hub/imports/import-fault.js';
import { keptMapping, keptMappings } from '@hub/imports/mapping/kept-mappings.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { approvedMapping, approvedMappings, latestApproved, type ImportMappings, type UsableMapping } from '../repository/import-mappings.js';
import { act, checkedMapping } from './mapping-trials.js';

/** The mappings that ship with the hub, tested with it and read once; and those that a party has approved. None of these bears the name of one of those. */
export function usableMappings(): ImportMappings {
  let kept: Promise<readonly UsableMapping[]> | undefined;
  const shipped = () => (kept ??= shippedMappings());
  return {
    async find(tx, partyId, name, version) {
      const found = (await shipped()).find((mapping) => mapping.name === name && mapping.version === version);
      if (found) return found;
      const approved = await approvedMapping(tx, partyId, name, version);
      return approved ? { ...asOfToday(approved.text), id: approved.id } : undefined;
    },
    async latest(tx, partyId, name) {
      const found = (await shipped()).find((mapping) => mapping.name === name);
      if (found) return found;
      const approved = await latestApproved(tx, partyId, name);
      return approved ? { ...asOfToday(approved.text), id: approved.id } : undefined;
    },
    all: async (tx, partyId) => [...(await shipped()), ...(await approvedMappings(tx, partyId))],
  };
}

async function shippedMappings(): Promise<readonly UsableMapping[]> {
  const texts = await Promise.all(keptMappings.map(keptMapping));
  return texts.filter((text) => readMapping(text, '').mapping.fills === act).map((text) => ({ ...checkedMapping(text), id: null }));
}

/** @throws Refusal IMPORT_MAPPING_INVALID where the contract has changed since */
function asOfToday(text: string) {
  try {
    return checkedMapping(text);
  } catch (error) {
    throw error instanceof ImportFault ? new Refusal(error.code, { field: 'mapping', parameters: error.parameters }) : error;
  }
}
