import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { carriedOn } from './carried-on.js';

const list = (codes: ReturnType<typeof codeEntry>[]) => ({ id: 'a-list', zh: '表', en: 'list', codes });
const a = codeEntry({ code: 'A', zh: '甲', en: 'a' });
const b = codeEntry({ code: 'B', zh: '乙', en: 'b' });

it('keeps a code that an edition has left out, ended on the day, and tells the same again', () => {
  const carried = carriedOn(list([a]), list([a, b]), '2026-03-01');
  expect(carried.codes).toEqual([a, { ...b, validTo: '2026-03-01' }]);
  expect(carriedOn(list([a]), carried, '2027-01-01')).toEqual(carried);
  expect(carriedOn(list([a, b]), list([a]), '2026-03-01')).toEqual(list([a, b]));
});

it('leaves one that would have begun later a day', () => {
  expect(carriedOn(list([a]), list([a, { ...b, validFrom: '2027-01-31' }]), '2026-03-01').codes[1]).toMatchObject({ validFrom: '2027-01-31', validTo: '2027-02-01' });
});
