import { expect, it } from 'vitest';
import { gtinsIn } from './gtins-in.js';
import { modelsIn } from './models-in.js';

it('finds models in a name, and what a text calls one, and takes no size, power or count for one', () => {
  expect([...modelsIn('ＬＫ-20S 充电宝 20000mAh 3-in-1 2-pack 10-inch', '')]).toEqual(['lk20s']);
  expect([...modelsIn('Hook-On Chairs', '"Model C2102" is on a label; 型号：4412，2026年3月')]).toEqual(['c2102', '4412']);
});

it('reads a text of nothing but blanks as soon as any other: the time does not grow with their cube', () => {
  // Tried in every split it would take some forty seconds, more than a test may.
  expect([...modelsIn('', `model${' '.repeat(4000)}!`)]).toEqual([]);
  expect([...modelsIn('', `型号${' '.repeat(4000)}：${' '.repeat(4000)}AB-12`)]).toEqual(['ab12']);
});

it('finds codes of goods whose check digit is right, and takes no day nor order number for one', () => {
  expect(gtinsIn(['20260312 起火，条码6901234567892，订单 123456789013', '036000291452'])).toEqual(['06901234567892', '00036000291452']);
});
