import { checkAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { refusedInWords } from '../schema/refused-operation.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import { countsInWords, tellFindings } from '../schema/tell-findings.js';
import { tellUses } from '../schema/tell-uses.js';

/** Has a schema checked; publishes nothing. */
export function schemaCheck(subgraph: string, path: string, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const { schema, check } = await checkAt(await registryAt(options), subgraph, path);
    if (options.json) console.log(JSON.stringify(check, null, 2));
    else {
      tellFindings(check.findings, schema.placeOf);
      if (check.affected?.length) {
        console.log('Used by:');
        tellUses(check.affected);
      }
      for (const refused of check.refusedOperations ?? []) console.log(refusedInWords(refused));
      console.log(`${subgraph}: ${check.status === 'GREEN' ? 'may be published' : 'would be refused'} after version ${check.baseVersion}; ${countsInWords(check.findings)}. Check ${check.id}.`);
    }
    return check.status === 'GREEN' ? 0 : 1;
  }, options);
}
