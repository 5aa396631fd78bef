import { ImportFault } from '@hub/imports/import-fault.js';
import { keptMapping, keptMappings } from '@hub/imports/mapping/kept-mappings.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { approvedMapping, approvedMappings, latestApproved, ownNames, type ImportMappings, type UsableMapping } from '../repository/import-mappings.js';
import { act, checkedMapping } from './mapping-trials.js';

/** The mappings that ship with the hub, tested with it and read once; and those that a party has approved. A name under which a party has approved one stays its own, also where a later edition of the hub ships one of that name. */
export function usableMappings(): ImportMappings {
  let kept: Promise<readonly UsableMapping[]> | undefined;
  const shippedTo = async (tx: MonitoringCenterTransaction, partyId: string) => {
    const shipped = await (kept ??= shippedMappings());
    const own = await ownNames(tx, partyId, shipped.map(({ name }) => name));
    return shipped.filter(({ name }) => !own.has(name));
  };
  return {
    async find(tx, partyId, name, version) {
      const found = (await shippedTo(tx, partyId)).find((mapping) => mapping.name === name && mapping.version === version);
      if (found) return found;
      const approved = await approvedMapping(tx, partyId, name, version);
      return approved ? { ...asOfToday(approved.text), id: approved.id } : undefined;
    },
    async latest(tx, partyId, name) {
      const found = (await shippedTo(tx, partyId)).find((mapping) => mapping.name === name);
      if (found) return found;
      const approved = await latestApproved(tx, partyId, name);
      return approved ? { ...asOfToday(approved.text), id: approved.id } : undefined;
    },
    all: async (tx, partyId) => [...(await shippedTo(tx, partyId)), ...(await approvedMappings(tx, partyId))],
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
