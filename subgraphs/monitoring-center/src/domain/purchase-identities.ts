import { plainName } from '@hub/schema/identifiers/plain-name.js';
import type { PurchaseRepeat, RepeatedIdentity } from '../generated/graphql.js';

/** Whom and what a purchase names, as far as it must not be repeated under a plan (5.2.2). */
export interface NamedInPurchase {
  readonly merchantName: string;
  readonly merchantUscc: string | null;
  readonly brand: string | null;
  readonly producerName: string | null;
  readonly producerUscc: string | null;
}

interface Identity {
  readonly identity: RepeatedIdentity;
  readonly name: string;
  /** What a purchase is found by. */
  readonly keys: readonly string[];
  /** What finds the purchases that name the same. */
  readonly sameAs: readonly string[];
}

/** The keys by which a purchase is found when another names the same merchant, brand or producer. */
export function identityKeys(purchase: NamedInPurchase): string[] {
  return identitiesOf(purchase).flatMap(({ keys }) => keys);
}

/** The keys that find the purchases with the same merchant, brand or producer. */
export function sameIdentityKeys(purchase: NamedInPurchase): string[] {
  return identitiesOf(purchase).flatMap(({ sameAs }) => sameAs);
}

/** What a purchase repeats of earlier ones: of each identity the first. */
export function repeatsOf(
  purchase: NamedInPurchase,
  earlier: readonly { readonly number: string; readonly identityKeys: readonly string[] }[],
): PurchaseRepeat[] {
  return identitiesOf(purchase).flatMap(({ identity, name, sameAs }) => {
    const first = earlier.find(({ identityKeys }) => sameAs.some((key) => identityKeys.includes(key)));
    return first ? [{ identity, name, number: first.number }] : [];
  });
}

function identitiesOf({ merchantName, merchantUscc, brand, producerName, producerUscc }: NamedInPurchase): Identity[] {
  return [
    party('MERCHANT', merchantName, merchantUscc),
    ...(brand === null ? [] : [named('BRAND', brand)]),
    ...(producerName === null && producerUscc === null ? [] : [party('PRODUCER', producerName, producerUscc)]),
  ];
}

function named(identity: RepeatedIdentity, name: string): Identity {
  const keys = [`${identity}=${plainName(name)}`];
  return { identity, name, keys, sameAs: keys };
}

/** A party is the same by its code (USCC), whatever its shops are called; by its name where either has no code. */
function party(identity: RepeatedIdentity, name: string | null, uscc: string | null): Identity {
  const byName = name === null ? [] : [`${identity}=${plainName(name)}`];
  const byNameOnly = name === null ? [] : [`${identity}?${plainName(name)}`];
  return uscc === null
    ? { identity, name: name ?? '', keys: [...byName, ...byNameOnly], sameAs: byName }
    : { identity, name: name ?? uscc, keys: [...byName, `${identity}#${uscc}`], sameAs: [`${identity}#${uscc}`, ...byNameOnly] };
}
