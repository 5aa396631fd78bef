import { withExitCode } from '../exit-code.js';
import { requireSubgraphAt } from '../schema/check-at.js';
import { listAt } from '../schema/list-at.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import { exceptionInWords, type RuleException } from '../schema/rule-exception.js';

export interface SchemaExceptionsOptions extends RegistryOptions {
  readonly end?: string;
}

/** Prints the exceptions from rules of the contract, or ends one. */
export function schemaExceptions(subgraph: string | undefined, options: SchemaExceptionsOptions): Promise<void> {
  return withExitCode(async () => {
    const { end, json } = options;
    const registry = await registryAt(options);
    if (subgraph !== undefined && end === undefined) await requireSubgraphAt(registry, subgraph);
    const exceptions =
      end === undefined
        ? await listAt<RuleException>(registry, '/registry/exceptions', subgraph === undefined ? {} : { subgraph })
        : [await registry.post<RuleException>('/registry/exception-ends', { exceptionId: end })];
    if (json) console.log(JSON.stringify(exceptions, null, 2));
    else for (const exception of exceptions) console.log(exceptionInWords(exception));
    return 0;
  }, options);
}
