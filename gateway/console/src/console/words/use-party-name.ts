import { useMemo } from 'react';
import { PartiesToAskAboutDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { useWords } from './in-words';

/** Names a party by its id; a party that the terms do not tell is told as such, one that is not known by its id. */
export function usePartyName(): (partyId: string | null) => string {
  const { words } = useWords();
  const parties = useAnswer(PartiesToAskAboutDocument, {}).data?.data.participants?.nodes;
  return useMemo(() => {
    const names = new Map(parties?.map(({ id, name }) => [id, name]));
    return (partyId) => (partyId === null || partyId === '' ? words.proposals.partyClosed : (names.get(partyId) ?? partyId));
  }, [parties, words]);
}
