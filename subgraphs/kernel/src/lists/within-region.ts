import { leadingDigits } from './leading-digits.js';

/** A region within another, which is named by its code or the leading digits of one, as a Prisma condition; `%` and `_` mean themselves. */
export function withinRegion(regionCode: string): { readonly startsWith: string } {
  return { startsWith: leadingDigits(regionCode).replaceAll(/[\\%_]/g, String.raw`\$&`) };
}
