import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stagesLeft, stagesOf } from './duty-clock.js';

const times = (kind: string, dueAt: string) => Object.fromEntries(stagesOf({ kind, dueAt: new Date(dueAt) }).map(({ stage, at }) => [stage, at.toISOString()]));

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

it('goes through the stages of any duty in order, each once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(dutyLimits)), fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (kind, dueAt) => {
      const stages = stagesOf({ kind, dueAt });
      expect(stages.map(({ at }) => at.getTime())).toEqual(stages.map(({ at }) => at.getTime()).sort((a, b) => a - b));
      for (const [index, { stage }] of stages.entries()) expect(stagesLeft({ kind, dueAt, stage })).toEqual(stages.slice(index + 1));
      expect(stagesLeft({ kind, dueAt, stage: null })).toEqual(stages);
    }),
  );
});
