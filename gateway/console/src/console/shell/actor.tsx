import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { usePartyName } from '../words/use-party-name';

interface ActorProps {
  readonly of: { readonly userId: string; readonly partyId: string; readonly role: string; readonly at?: string };
}

/** Who did something: party and role, the person where the terms tell it, and when. */
export function Actor({ of: { userId, partyId, role, at } }: ActorProps) {
  const { words } = useWords();
  const dates = useDates();
  const partyName = usePartyName();
  const told = [partyName(partyId), role === '' ? '' : words.role(role), userId, at === undefined ? '' : dates.minute(at)];
  return <>{told.filter((each) => each !== '').join(' · ')}</>;
}
