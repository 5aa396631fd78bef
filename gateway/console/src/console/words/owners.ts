/** The owners' subgraphs, in the order of the process. */
export const owners = ['regulator', 'monitoring-center', 'labs', 'platforms', 'exchange', 'registry'] as const;
