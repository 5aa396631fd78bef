import { CodeListsDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { useWords } from './in-words';

/** Names a code list in the viewer's language; by its id where nothing is told of it. */
export function useCodeListName(): (listId: string) => string {
  const { language } = useWords();
  const lists = useAnswer(CodeListsDocument, {}).data?.data.codeLists?.nodes;
  return (listId) => lists?.find(({ id }) => id === listId)?.[language === 'en' ? 'en' : 'zh'] ?? listId;
}
