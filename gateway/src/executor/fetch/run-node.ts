import type { PreparedNode } from '../plan/prepared-node.js';
import type { Execution } from './execution.js';
import { runFetch } from './run-fetch.js';

/** Runs a part of a plan; what subgraphs answer is joined into the execution's root. */
export async function runNode(node: PreparedNode, execution: Execution): Promise<void> {
  switch (node.kind) {
    case 'Fetch':
      return runFetch(node, execution);
    case 'Sequence':
      for (const each of node.nodes) await runNode(each, execution);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((each) => runNode(each, execution)));
      return;
    case 'Condition': {
      const branch = execution.conditions.get(node.variable) ? node.ifTrue : node.ifFalse;
      return branch && runNode(branch, execution);
    }
  }
}
