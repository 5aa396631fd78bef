/** What became of a reminder (提醒): it waits to be sent, was sent, was not worth sending any more, or could not be sent for too long. */
export type ReminderState = 'WAITING' | 'SENT' | 'VOID' | 'GIVEN_UP';
