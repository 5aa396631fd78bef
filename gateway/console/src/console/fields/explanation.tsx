import { Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { ExplanationDocument, PartiesToAskAboutDocument, type SharingPurpose } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { useWords } from '../words/in-words';
import { roles } from '../words/roles';
import { ExplainedOutcome } from './explained-outcome';

const purposes: readonly SharingPurpose[] = ['RISK_ASSESSMENT', 'SUPERVISION', 'INSPECTION', 'HAZARD_HANDLING', 'STATISTICS'];

/** Would this party see this, and why (explainSharing): each may ask about itself, owners and the data steward about others. */
export function Explanation({ coordinate }: { readonly coordinate: string }) {
  const { words } = useWords();
  const [partyId, setPartyId] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<SharingPurpose | null>(null);
  const parties = useAnswer(PartiesToAskAboutDocument, {}).data?.data.participants?.nodes ?? [];
  const explained = useAnswer(ExplanationDocument, { coordinate, partyId, role, purpose });
  const t = words.fields;
  return (
    <Stack>
      <Group gap="sm" align="flex-end">
        <Select w={{ base: '100%', sm: 360 }} label={t.party} placeholder={t.myself} clearable searchable value={partyId} onChange={setPartyId} data={parties.map(({ id, name }) => ({ value: id, label: name }))} nothingFoundMessage={t.noParty} />
        <Select w={{ base: '100%', sm: 200 }} label={t.role} placeholder={t.myRole} clearable value={role} onChange={setRole} data={roles.map((value) => ({ value, label: words.role(value) }))} />
        <Select w={{ base: '100%', sm: 200 }} label={t.purposes} placeholder={t.noPurpose} clearable value={purpose} onChange={setPurpose} data={purposes.map((value) => ({ value, label: words.purpose(value) }))} />
      </Group>
      <Answered of={explained} field="explainSharing" lines={4}>
        {(explanation) => <ExplainedOutcome of={explanation} />}
      </Answered>
    </Stack>
  );
}
