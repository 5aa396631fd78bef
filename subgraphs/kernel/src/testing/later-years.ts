import { fileURLToPath } from 'node:url';

/** The setting by which tests that count from today know the working days of years that nobody has published: weekdays without New Year's Day. */
export const laterYears = { WORKING_CALENDAR_FILE: fileURLToPath(new URL('./later-years.json', import.meta.url)) };
