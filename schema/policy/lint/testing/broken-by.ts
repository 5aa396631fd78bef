import type { LintRule } from '../lint-rule.js';
import type { OwnerContract } from '../owner-contract.js';
import { contractOf } from './contract-of.js';

/** The coordinates at which the SDL of the owner `here` breaks a rule; `elsewhere` is the SDL of the owner `there`. */
export function brokenBy(rule: LintRule): (sdl: string, elsewhere?: string) => string[] {
  return (sdl, elsewhere) => foundBy(rule, contractOf(sdl, elsewhere));
}

/**
 * The coordinates at which a contract breaks a rule.
 * @throws Error where a finding does not say in both languages what is wrong
 */
export function foundBy(rule: LintRule, contract: OwnerContract): string[] {
  return rule.check(contract).map(({ coordinate, message }) => {
    if (!/[a-z]{2}/.test(message.en) || !/\p{Script=Han}/u.test(message['zh-CN'])) throw new Error(`${rule.name} says of ${coordinate} nothing that one could mend: ${JSON.stringify(message)}`);
    return coordinate;
  });
}
