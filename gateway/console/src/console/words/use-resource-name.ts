import { useMemo } from 'react';
import { ResourceNamesDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { useWords } from './in-words';

/** Names a type as people do: in Chinese as the catalogue has it, in English by its own words. */
export function useResourceName(): (type: string) => string {
  const { language } = useWords();
  const catalogue = useAnswer(ResourceNamesDocument, {}).data?.data.resourceCatalog;
  return useMemo(() => {
    const inChinese = new Map(catalogue?.map(({ type, nameZh }) => [type, nameZh]));
    return (type: string) => (language === 'en' ? undefined : inChinese.get(type)) ?? inWords(type);
  }, [language, catalogue]);
}

function inWords(type: string): string {
  const words = type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
