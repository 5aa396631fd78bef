import type { LintRule } from '../lint-rule.js';
import { contractOf } from './contract-of.js';

/** The coordinates at which the SDL of the owner `here` breaks a rule; `elsewhere` is the SDL of the owner `there`. */
export function brokenBy(rule: LintRule): (sdl: string, elsewhere?: string) => string[] {
  return (sdl, elsewhere) => rule.check(contractOf(sdl, elsewhere)).map(({ coordinate }) => coordinate);
}
