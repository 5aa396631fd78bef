import { useMemo } from 'react';
import { useWords } from './in-words';

/** Writes instants (ISO 8601) as they are told in the hub: the day and the minute in Asia/Shanghai. */
export function useDates() {
  const { language } = useWords();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'medium' });
    const minute = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
    return { day: (iso: string) => day.format(new Date(iso)), minute: (iso: string) => minute.format(new Date(iso)) };
  }, [language]);
}
