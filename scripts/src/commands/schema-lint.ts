import { finding } from '@hub/schema/check/schema-finding.js';
import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import { lintSchema } from '@hub/schema/policy/lint/lint-schema.js';
import { readOwnerContract } from '@hub/schema/policy/lint/owner-contract.js';
import { withExitCode } from '../exit-code.js';
import { readSchema } from '../schema/read-schema.js';
import { countsInWords, tellFindings } from '../schema/tell-findings.js';

/** Holds a schema against the rules of the contract. No hub has to run: keys of other owners are those of this edition of the hub. */
export function schemaLint(path: string, { subgraph, json }: { readonly subgraph: string; readonly json: boolean }): Promise<void> {
  return withExitCode(async () => {
    const schema = await readSchema(subgraph, path, async (owner) => publishedSdl[owner]);
    const findings = lintSchema([readOwnerContract(subgraph, schema.authored, schema.published)]).map(({ owner, coordinate, rule, message }) =>
      finding({ kind: 'LINT', code: rule.name, owners: [owner], coordinate, message: `${coordinate}: ${message} (${rule.name}, ${rule.clause})` }),
    );
    if (json) console.log(JSON.stringify(findings, null, 2));
    else {
      tellFindings(findings, schema.placeOf);
      console.log(`${subgraph}: ${countsInWords(findings)}.`);
    }
    return findings.length === 0 ? 0 : 1;
  });
}
