import { describe, expect, it } from 'vitest';
import { identityKeys, repeatsOf, sameIdentityKeys, type NamedInPurchase } from './purchase-identities.js';

const uscc = '91330105MA2D00010K';
const bought: NamedInPurchase = { merchantName: '小满商行', merchantUscc: uscc, brand: '小满', producerName: '某电器厂', producerUscc: '91440300MA5F7YRE78' };
const other: NamedInPurchase = { merchantName: '别家', merchantUscc: '91110000600037341L', brand: null, producerName: null, producerUscc: null };
const repeated = (now: Partial<NamedInPurchase>, before: Partial<NamedInPurchase>) => {
  const earlier = { ...other, ...before };
  const purchase = { ...other, merchantName: '又一家', merchantUscc: '91310110666007217T', ...now };
  const found = repeatsOf(purchase, [{ number: 'GY-1', identityKeys: identityKeys(earlier) }]);
  // The keys that the database is asked by find what the decision finds.
  expect(sameIdentityKeys(purchase).some((key) => identityKeys(earlier).includes(key))).toBe(found.length > 0);
  return found.map(({ identity }) => identity);
};

describe('in principle no merchant, brand or producer twice under a plan (5.2.2)', () => {
  it('the same in everything is told for each, with the first earlier purchase', () => {
    const earlier = ['GY-1', 'GY-2'].map((number) => ({ number, identityKeys: identityKeys(bought) }));
    expect(repeatsOf(bought, earlier)).toEqual([
      { identity: 'MERCHANT', name: '小满商行', number: 'GY-1' },
      { identity: 'BRAND', name: '小满', number: 'GY-1' },
      { identity: 'PRODUCER', name: '某电器厂', number: 'GY-1' },
    ]);
  });

  it.each([
    ['a merchant by its code, across its shops', { merchantName: '小满旗舰店', merchantUscc: uscc }, { merchantName: '小满商行', merchantUscc: uscc }, ['MERCHANT']],
    ['two merchants of one name with codes of their own', { merchantName: '小满', merchantUscc: uscc }, { merchantName: '小满', merchantUscc: '91440300MA5F7YRE78' }, []],
    ['a merchant without a code by its name', { merchantName: '小 满', merchantUscc: null }, { merchantName: '小满', merchantUscc: null }, ['MERCHANT']],
    ['by its name where only the earlier has a code', { merchantName: '小满', merchantUscc: null }, { merchantName: '小满', merchantUscc: uscc }, ['MERCHANT']],
    ['by its name where only the later has a code', { merchantName: '小满', merchantUscc: uscc }, { merchantName: '小满', merchantUscc: null }, ['MERCHANT']],
    ['a brand, however it is written', { brand: 'Ｘｉａｏ Man' }, { brand: 'xiaoman' }, ['BRAND']],
    ['a brand with characters that nobody sees', { brand: '晴\u200b川\u2060' }, { brand: '晴川' }, ['BRAND']],
    ['a producer by its code', { producerUscc: uscc }, { producerName: '厂', producerUscc: uscc }, ['PRODUCER']],
    ['a producer by its name', { producerName: '厂' }, { producerName: '厂' }, ['PRODUCER']],
    ['no brand is no brand twice', { brand: null }, { brand: null }, []],
    ['a brand of a producer’s name is another thing', { brand: '厂' }, { producerName: '厂' }, []],
  ])('%s', (_what, now, before, expected) => {
    expect(repeated(now, before)).toEqual(expected);
  });
});
