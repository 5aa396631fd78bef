#!/usr/bin/env node
// `npm run generate:docs -w scripts`: writes the pages that are made from code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, setUp } from './set-up.mjs';

await setUp();
const { ownerMachines } = await import('../dist/state-machines/owner-machines.js');
const { stateMachinesPage, stateMachinesPath } = await import('../dist/state-machines/state-machines-page.js');
writeFileSync(join(root, stateMachinesPath), stateMachinesPage(await ownerMachines()));
