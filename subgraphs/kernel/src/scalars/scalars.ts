import type { GraphQLScalarType } from 'graphql';
import { contentHashScalar } from './content-hash.js';
import { dateScalar } from './date.js';
import { dateTimeScalar } from './date-time.js';
import { decimalScalar } from './decimal.js';
import { durationScalar } from './duration.js';
import { gtinScalar } from './gtin.js';
import { quantityScalar } from './quantity.js';
import { regionCodeScalar } from './region-code.js';
import { standardNumberScalar } from './standard-number.js';
import { usccScalar } from './uscc.js';

/** Every scalar of the hub by its name, as `structure.graphql` declares them for all owners. */
export const scalars = {
  DateTime: dateTimeScalar,
  Date: dateScalar,
  Decimal: decimalScalar,
  Uscc: usccScalar,
  Gtin: gtinScalar,
  RegionCode: regionCodeScalar,
  StandardNumber: standardNumberScalar,
  Quantity: quantityScalar,
  Duration: durationScalar,
  ContentHash: contentHashScalar,
} as const satisfies Readonly<Record<string, GraphQLScalarType>>;
