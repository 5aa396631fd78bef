import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { transformWithEsbuild } from 'vite';

/**
 * The persisted query manifest (format of Apollo's tools) of the operations that generated code holds: each text just as the console sends it, fragments and all, by its SHA-256.
 * @param {string} operationsTs the generated `operations.ts`
 */
export async function persistedOperations(operationsTs) {
  const { code } = await transformWithEsbuild(operationsTs, 'operations.ts', { format: 'esm', sourcemap: false });
  const documents = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const operations = Object.entries(documents).filter(([name]) => name.endsWith('Document')).flatMap(([, document]) => listed(String(document)));
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}

function listed(body) {
  const operation = parse(body).definitions.find(({ kind }) => kind === 'OperationDefinition');
  return operation ? [{ id: createHash('sha256').update(body).digest('hex'), name: operation.name.value, type: operation.operation, body }] : [];
}
