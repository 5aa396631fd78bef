import { useMemo } from 'react';
import { dueTime } from './due-time';
import { useWords } from './in-words';

/** Writes instants (ISO 8601) as they are told in the hub: the day, the minute, of today the second, in Asia/Shanghai; and due times, of which those that end with a day name that day, at 24:00. */
export function useDates() {
  const { language } = useWords();
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language;
    const day = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium' });
    const minute = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
    const second = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', timeStyle: 'medium' });
    return { due: (iso: string) => dueTime(iso, minute), second: (iso: string) => second.format(new Date(iso)), day: (iso: string) => day.format(new Date(iso)), minute: (iso: string) => minute.format(new Date(iso)) };
  }, [language]);
}
