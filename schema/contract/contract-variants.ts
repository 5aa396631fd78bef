import type { PartyKind } from '../policy/terms/vocabulary.js';

/** The contracts of the hub (数据契约), by name: what is open to parties of one kind, and to the public. */
export const contractVariants = {
  public: 'PUBLIC',
  regulator: 'REGULATOR',
  'monitoring-center': 'MONITORING_CENTER',
  lab: 'LAB',
  platform: 'PLATFORM',
  merchant: 'MERCHANT',
  enterprise: 'ENTERPRISE',
  department: 'DEPARTMENT',
} as const satisfies Record<string, PartyKind>;

export type ContractVariant = keyof typeof contractVariants;

/** The names of all contracts. */
export const contractNames = Object.keys(contractVariants) as readonly ContractVariant[];
