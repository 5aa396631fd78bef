import { exceptionOf } from '@hub/schema/check/exception-of.js';
import { passedByException } from '@hub/schema/check/passed-by-exception.js';
import { finding } from '@hub/schema/check/schema-finding.js';
import { bilingualMessage } from '@hub/schema/errors/bilingual-message.js';
import { withoutStop } from '@hub/schema/errors/without-stop.js';
import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import { lintSchema } from '@hub/schema/policy/lint/lint-schema.js';
import { readOwnerContract } from '@hub/schema/policy/lint/owner-contract.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { readExceptions } from '../schema/read-exceptions.js';
import { readSchema } from '../schema/read-schema.js';
import { countsInWords, tellFindings } from '../schema/tell-findings.js';

export interface SchemaLintOptions {
  readonly subgraph: string;
  /** A file with the exceptions in writing that hold for it. */
  readonly exceptions?: string;
  readonly json: boolean;
}

/** Holds a schema against the rules of the contract. No hub has to run: keys of other owners are those of this edition of the hub, and exceptions are given. */
export function schemaLint(path: string, { subgraph, exceptions: file, json }: SchemaLintOptions): Promise<void> {
  return withExitCode(async () => {
    if (!Object.hasOwn(publishedSdl, subgraph)) throw new CommandRefused(`There is no subgraph ${subgraph}; there are ${Object.keys(publishedSdl).sort().join(', ')}.`);
    const exceptions = file === undefined ? [] : await readExceptions(file, new Date());
    const schema = await readSchema(subgraph, path, async (owner) => publishedSdl[owner]);
    const all = lintSchema([readOwnerContract(subgraph, schema.authored, schema.published)]).map(({ owner, coordinate, rule, message }) =>
      finding({ kind: 'LINT', code: rule.name, owners: [owner], coordinate, message: bilingualMessage('FINDING_OF_RULE', { place: coordinate, words: withoutStop(message), clause: `${rule.name}, ${rule.clause}` }) }),
    );
    const findings = all.flatMap((found) => {
      const exception = exceptionOf(found, exceptions);
      if (!exception || exception.severity === 'ERROR') return [found];
      return exception.severity === 'OFF' ? [] : [passedByException(found, exception)];
    });
    if (json) console.log(JSON.stringify(findings, null, 2));
    else {
      tellFindings(findings, schema.placeOf);
      console.log(`${subgraph}: ${countsInWords(findings)}.`);
    }
    return findings.every(({ severity }) => severity !== 'ERROR') ? 0 : 1;
  }, { json });
}
