import { dutyLimits, type DutyKind } from '@hub/schema/code-lists/duty-limits.js';
import { useWords } from './in-words';

/** Names a kind of duty as its list of limits has it. */
export function useDutyName(): (kind: string) => string {
  const { language } = useWords();
  return (kind) => {
    const limit = kind in dutyLimits ? dutyLimits[kind as DutyKind] : undefined;
    return limit === undefined ? kind : language === 'en' ? `${limit.en.charAt(0).toUpperCase()}${limit.en.slice(1)}` : limit.zh;
  };
}
