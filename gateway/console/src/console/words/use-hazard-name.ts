import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { useMemo } from 'react';
import { CodesOfListDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { useWords } from './in-words';

/** Names a hazard item (隐患项目, 2.5) in the viewer's language, as its list has it today; by its code where nothing is told of it. */
export function useHazardName(): (code: string) => string {
  const { language } = useWords();
  const codes = useAnswer(CodesOfListDocument, { list: 'hazard-items', asOf: dayInShanghai(new Date()), zh: null, after: null }).data?.data.codes?.nodes;
  return useMemo(() => {
    const names = new Map(codes?.map(({ code, zh, en }) => [code, language === 'en' ? en : zh]));
    return (code) => names.get(code) ?? code;
  }, [codes, language]);
}
