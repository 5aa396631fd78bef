/** So many days of the calendar in Asia/Shanghai, all of them or the working days (工作日) alone; the first is not counted. */
export interface DaySpan {
  readonly amount: number;
  readonly unit: 'CALENDAR_DAY' | 'WORKING_DAY';
}
