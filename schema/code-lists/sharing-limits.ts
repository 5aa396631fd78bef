/** A limit set for an answer (时限, 5.4.3 b). */
export interface Limit {
  /** Of the calendar in Asia/Shanghai; the day on which the limit begins is not counted. */
  readonly workingDays: number;
  /** What it begins with. */
  readonly from: string;
}

/** The limits of the sharing desk (共享申请, 5.4.3 a and b), as data. */
export const sharingLimits = {
  /** To answer an application for fields of 有条件共享; also for the authority to which it passes where the holder is silent. */
  answer: { workingDays: 10, from: 'SharingRequested' },
  /** By how much the holder may extend it, once, with a reason. */
  extension: { workingDays: 10, from: 'the end of the first limit' },
  /** For a data steward to confirm or reopen a field that was closed at once. */
  confirmClosing: { workingDays: 2, from: 'FieldClosed' },
} as const satisfies Record<string, Limit>;
