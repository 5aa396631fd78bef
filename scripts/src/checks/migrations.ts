import { join } from 'node:path';
import type { Finding } from './finding.js';
import { runProgram } from './run-program.js';

/** Carries out every owner's migrations on a PostgreSQL of their own, and compares what comes of them with its Prisma schema. */
export async function checkMigrations(root: string): Promise<Finding[]> {
  const { code, output, errors } = await runProgram(process.execPath, [join('prisma', 'bin', 'diff.mjs'), '--check'], root);
  return code === 0 ? [] : [{ place: 'prisma', message: `${output}${errors}`.trim() }];
}
