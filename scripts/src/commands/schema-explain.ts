import { readPublished } from '@hub/schema/check/read-published.js';
import { clauseInWords } from '@hub/schema/policy/lint/clause-covers.js';
import { CommandRefused } from '../command-refused.js';
import { versionAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

/** Prints the terms in force of a coordinate: whose they are, and who may, clause by clause. */
export function schemaExplain(coordinate: string, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    if (!/^\w+\.\w+$/.test(coordinate)) throw new CommandRefused(`"${coordinate}" is no coordinate of a field; right would be, for example, Sample.quantity or Mutation.publishSchema.`);
    const inForce = await versionAt(await registryAt(options), 'supergraph', 'latest');
    if (!inForce) throw new CommandRefused('No supergraph is in force.');
    const { fields, acts, structural } = readPublished('supergraph', inForce.sdl).table;
    const terms = fields.get(coordinate) ?? (coordinate.startsWith('Mutation.') ? acts.get(coordinate.slice('Mutation.'.length)) : undefined);
    if (!terms && !structural.has(coordinate)) throw new CommandRefused(`${coordinate} has no terms in version ${inForce.version} of the supergraph: there is no such field, or it is closed to everybody.`);
    if (options.json) console.log(JSON.stringify({ coordinate, supergraphVersion: inForce.version, terms: terms ?? 'STRUCTURE' }, null, 2));
    else if (!terms) console.log(`${coordinate} is structure: whoever came to it reads it.`);
    else {
      console.log(`${coordinate}, of ${terms.owner}${'terms' in terms ? `, on the terms ${terms.terms} (${terms.class})` : ''}:`);
      for (const clause of terms.audience) {
        const more = [clause.mask && `masked ${clause.mask}`, clause.purposes && `for ${clause.purposes.join('/')}`, clause.basis && `on ${clause.basis.reference}`].filter(Boolean);
        console.log(`  ${clauseInWords(clause)}${more.length > 0 ? `, ${more.join(', ')}` : ''}`);
      }
      if ('from' in terms && terms.from) console.log(`  from ${terms.from.join(', ')}`);
    }
    return 0;
  }, options);
}
