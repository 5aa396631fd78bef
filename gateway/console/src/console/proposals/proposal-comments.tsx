import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { CommentProposalDocument } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { Actor } from '../shell/actor';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import type { ShownProposal } from './shown-proposal';

/** What others say of a proposal, as far as the terms give it, and saying something oneself while it is not decided. */
export function ProposalComments({ proposal: { id, state, comments } }: { readonly proposal: ShownProposal }) {
  const { words } = useWords();
  const [text, setText] = useState('');
  const comment = useAct(CommentProposalDocument, 'commentSchemaProposal');
  const item = { proposalId: id, text: text.trim() };
  const t = words.proposals;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    comment.mutate(item, { onSuccess: () => setText('') });
  };
  return (
    <Panel title={t.comments(comments.length)}>
      <Stack>
        {comments.length === 0 ? (
          <Text size="sm" c="var(--hub-quiet)">
            {t.noComments}
          </Text>
        ) : null}
        {comments.map(({ commented, text: said }, index) => (
          <div key={index}>
            <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {said}
            </Text>
            <Text size="xs" c="var(--hub-quiet)">
              <Actor of={commented} />
            </Text>
          </div>
        ))}
        {state === 'OPEN' || state === 'APPROVED' ? (
          <form onSubmit={submit}>
            <Stack align="flex-start">
              <Textarea w="min(44rem, 100%)" label={t.comment} autosize minRows={2} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
              <Button type="submit" variant="default" loading={comment.isPending} disabled={text.trim() === ''}>
                {t.say}
              </Button>
              <ActFault of={comment.faultOf(item)} />
            </Stack>
          </form>
        ) : null}
      </Stack>
    </Panel>
  );
}
