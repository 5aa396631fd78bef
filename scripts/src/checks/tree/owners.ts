/** The six subgraphs; the kernel has rooms of its own. */
export const owners = ['regulator', 'monitoring-center', 'labs', 'platforms', 'exchange', 'registry'] as const;
