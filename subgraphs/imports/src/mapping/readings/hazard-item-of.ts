import { hazardItems, otherHazard } from '@hub/schema/code-lists/hazard-items.js';

/**
 * The hazard items (隐患项目) that the first of some texts names that names any, in the order of the list, as "起火 (fire)；灼烫
 * (burn)"; "其他 (other)" where none does.
 */
export function hazardItemOf(...texts: readonly string[]): string {
  const named = texts.map((text) => hazardItems.filter(({ words }) => words.test(text))).find((items) => items.length > 0);
  return (named ?? [otherHazard]).map(({ zh, en }) => `${zh} (${en})`).join('；');
}
