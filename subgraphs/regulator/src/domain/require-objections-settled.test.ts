import { describe, expect, it } from 'vitest';
import { requireObjectionsSettled } from './require-objections-settled.js';

const data = { number: 'SJ-1', receivedAt: new Date('2026-04-01T00:00:00Z') };
const [before, after] = [new Date('2026-03-20T00:00:00Z'), new Date('2026-04-02T00:00:00Z')];
const codeOf = (state: string, decidedAt: Date | null) => {
  try {
    requireObjectionsSettled(data, [{ number: 'YY-0', state: 'REJECTED', decidedAt: before }, { number: 'YY-1', state, decidedAt }]);
    return 'settled';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('objections to an earlier version of a result (公告, after 5.4.1)', () => {
  it('are decided before a later version is published', () => {
    expect([codeOf('RAISED', null), codeOf('UNDER_RETEST', null)]).toEqual(['OBJECTION_UNDECIDED', 'OBJECTION_UNDECIDED']);
    expect([codeOf('REJECTED', before), codeOf('NOT_ADMITTED', null)]).toEqual(['settled', 'settled']);
  });

  it('that were upheld wait for the version that corrects it', () => {
    expect([codeOf('UPHELD', before), codeOf('UPHELD', after)]).toEqual(['settled', 'OBJECTION_WAS_UPHELD']);
  });
});
