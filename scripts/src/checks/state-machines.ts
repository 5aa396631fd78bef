import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineFindings } from '../state-machines/machine-findings.js';
import { ownerMachines } from '../state-machines/owner-machines.js';
import { stateMachinesPage, stateMachinesPath } from '../state-machines/state-machines-page.js';
import type { Finding } from './finding.js';

/** The machines say what the SDL says, and their page is as it would be drawn now. */
export async function checkStateMachines(root: string): Promise<Finding[]> {
  const owners = await ownerMachines();
  const page = join(root, stateMachinesPath);
  const stale = !existsSync(page) || readFileSync(page, 'utf8') !== stateMachinesPage(owners);
  return [
    ...owners.flatMap(({ contract, machines }) =>
      machineFindings(machines, contract).map((message) => ({ place: `subgraphs/${contract.owner}/src/domain/machines.ts`, message })),
    ),
    ...(stale ? [{ place: stateMachinesPath, message: 'It is stale; run `npm run generate:docs -w scripts`.' }] : []),
  ];
}
