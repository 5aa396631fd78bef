import type { LeftOut } from '@hub/kernel/service/left-out.js';
import { OpenAuthority } from './open-authority.js';

/** What is measured beside each other: the hub as it is, and what is left out of it. */
export const variants = {
  'terms and audit': {},
  'audit unsealed': { withoutSealing: true },
  'terms alone': { withoutAudit: true },
  neither: { withoutAudit: true, openTo: OpenAuthority },
} as const satisfies Readonly<Record<string, LeftOut>>;

export type Variant = keyof typeof variants;
export const variantNames = Object.keys(variants) as readonly Variant[];
