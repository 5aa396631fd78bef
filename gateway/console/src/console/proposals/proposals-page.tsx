import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { ProposalsDocument, type SchemaProposalState } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { StateSwitch } from '../shell/state-switch';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { useWords } from '../words/in-words';
import { ProposalList } from './proposal-list';

const states: readonly SchemaProposalState[] = ['OPEN', 'APPROVED', 'PUBLISHED', 'REJECTED'];

/** Proposals to change schemas (数据标准提案, 5.4.3 c), the latest first; a data steward makes one from here. */
export function ProposalsPage() {
  const { words } = useWords();
  const viewer = useViewer();
  const [state, setState] = useState<SchemaProposalState | null>(null);
  const proposals = useAnswer(ProposalsDocument, { state }, { every: 60_000 });
  const t = words.proposals;
  const propose = (
    <Button component={Link} href="/proposals/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t.propose}
    </Button>
  );
  const maySteward = viewer?.role === 'DATA_STEWARD';
  return (
    <Page title={t.title} lead={t.lead} aside={maySteward ? propose : undefined}>
      <StateSwitch<SchemaProposalState | ''>
        label={t.stateLabel}
        value={state ?? ''}
        choices={[{ value: '', label: words.catalogue.all }, ...states.map((value) => ({ value, label: t.state[value] }))]}
        choose={(value) => setState(value === '' ? null : value)}
      />
      <Answered of={proposals} field="schemaProposals" lines={6}>
        {({ nodes }) => (nodes.length === 0 ? <EmptyNote title={state === null ? t.none : t.noneSuch(t.state[state])} hint={t.noneHint} /> : <ProposalList proposals={nodes} />)}
      </Answered>
    </Page>
  );
}
