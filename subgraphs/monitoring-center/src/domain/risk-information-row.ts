import type { TakeInRiskInformationInput } from '../generated/graphql.js';

/** A record of risk information as it is taken in, singly or in bulk: the same fields, the same checks. */
export type RiskInformationRow = Omit<TakeInRiskInformationInput, 'idempotencyKey'>;
