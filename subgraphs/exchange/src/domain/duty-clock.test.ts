import { dutyLimitContent, dutyLimitsOf } from '@hub/schema/code-lists/duty-limit-codes.js';
import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stagesLeft, stagesOf } from './duty-clock.js';

const limits = dutyLimitsOf([], '2026-03-01');
const times = (kind: string, dueAt: string) => Object.fromEntries(stagesOf({ kind, dueAt: new Date(dueAt) }, limits).map(({ stage, at }) => [stage, at.toISOString()]));

it('tells of a report before it is due, on the morning of that day, a moment after, and to the centre a day later', () => {
  expect(times('IssueInspectionReport', '2026-03-10T09:00:00Z')).toEqual({
    DUE_SOON: '2026-03-09T09:00:00.000Z',
    DUE: '2026-03-09T16:00:00.000Z',
    OVERDUE: '2026-03-10T09:00:00.001Z',
    ESCALATED: '2026-03-11T09:00:00.001Z',
  });
});

it('takes midnight as the end of the day before, and does not pass on what the sharing desk passes on itself', () => {
  expect(times('AnswerSharingRequest', '2026-03-10T16:00:00Z')).toEqual({
    DUE_SOON: '2026-03-07T16:00:00.000Z',
    DUE: '2026-03-09T16:00:00.000Z',
    OVERDUE: '2026-03-10T16:00:00.001Z',
  });
});

it('never tells that something is due before it tells that it is due soon', () => {
  expect(times('VerifySample', '2026-03-10T10:00:00Z')).toMatchObject({ DUE_SOON: '2026-03-09T22:00:00.000Z', DUE: '2026-03-09T22:00:00.000Z' });
});

it('knows of a kind that is none of its own when it is due', () => {
  expect(Object.keys(times('GradeParties', '2026-03-10T10:00:00Z'))).toEqual(['DUE_SOON', 'DUE', 'OVERDUE']);
});

it('goes by what a steward has published of a kind, from the day on which it is in force (5.4.3 b)', () => {
  const codes = dutyLimitContent({ ...dutyLimits, VerifySample: { ...dutyLimits.VerifySample, dueSoon: { amount: 3, unit: 'HOUR' }, escalation: null } }).codes.map((code) => ({ ...code, validFrom: '2026-03-10' }));
  const stages = (day: string) => stagesOf({ kind: 'VerifySample', dueAt: new Date('2026-03-10T10:00:00Z') }, dutyLimitsOf(codes, day)).map(({ at }) => at.toISOString());
  expect(stages('2026-03-09')[0]).toBe('2026-03-09T22:00:00.000Z');
  expect(stages('2026-03-10')[0]).toBe('2026-03-10T07:00:00.000Z');
  // To whom it is passed on is the program's: a list that leaves it out takes nothing away.
  expect(stages('2026-03-10')).toHaveLength(4);
});

it('goes through the stages of any duty in order, each once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(dutyLimits)), fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (kind, dueAt) => {
      const stages = stagesOf({ kind, dueAt }, limits);
      expect(stages.map(({ at }) => at.getTime())).toEqual(stages.map(({ at }) => at.getTime()).sort((a, b) => a - b));
      for (const [index, { stage }] of stages.entries()) expect(stagesLeft({ kind, dueAt, stage }, limits)).toEqual(stages.slice(index + 1));
      expect(stagesLeft({ kind, dueAt, stage: null }, limits)).toEqual(stages);
    }),
  );
});
