/** The owners of data: each has one database, one Prisma schema and one subgraph that touches it. */
export const owners = ['regulator', 'monitoring-center', 'labs', 'platforms', 'exchange', 'registry'] as const;

export type Owner = (typeof owners)[number];
