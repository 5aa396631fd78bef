import { keptMapping, keptMappings } from '@hub/imports/mapping/kept-mappings.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import type { ImportMappings, UsableMapping } from '../repository/import-mappings.js';

/** The act that an import of a centre does. */
export const act = 'takeInRiskInformation';

/** The mappings that ship with the hub, tested with it; read once. */
export function shippedMappings(): ImportMappings {
  let kept: Promise<readonly UsableMapping[]> | undefined;
  const all = () => (kept ??= readAll());
  return { all, find: async (name, version) => (await all()).find((mapping) => mapping.name === name && mapping.version === version) };
}

async function readAll(): Promise<readonly UsableMapping[]> {
  const mappings = await Promise.all(keptMappings.map(async (name) => ({ name, text: await keptMapping(name) })));
  return mappings.flatMap(({ name, text }) => {
    const { fills, version, source, given } = readMapping(text, name).mapping;
    return fills === act ? [{ name, version, text, source, given }] : [];
  });
}
