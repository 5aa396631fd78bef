import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { SchemaFindingKind } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { useWords } from '../words/in-words';
import { approvers, isAnothers, mayApprove } from './approvers';

interface ApprovalFormProps {
  /** Kinds of findings that somebody has still to let pass. */
  readonly waiting: readonly SchemaFindingKind[];
  /** Whether the viewer himself has asked for the change: what breaks clients another lets pass. */
  readonly isOwn: boolean;
  readonly isPending: boolean;
  /** Why just this was not done. */
  readonly faultOf: (kinds: readonly SchemaFindingKind[], reason: string) => Error | null;
  readonly approve: (kinds: readonly SchemaFindingKind[], reason: string) => void;
}

/** Lets findings pass, with a reason, by whoever may; who may not is told whose turn it is. */
export function ApprovalForm({ waiting, isOwn, isPending, faultOf, approve }: ApprovalFormProps) {
  const { words } = useWords();
  const viewer = useViewer();
  const [chosen, setChosen] = useState<readonly SchemaFindingKind[]>([]);
  const [reason, setReason] = useState('');
  const t = words.subgraphs;
  const own = waiting.filter((kind) => mayApprove(kind, viewer) && !(isAnothers(kind) && isOwn));
  const kinds = chosen.filter((kind) => own.includes(kind));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    approve(kinds, reason.trim());
  };
  if (waiting.length === 0) return null;
  return (
    <Panel title={t.toApprove}>
      <Stack align="flex-start">
        {waiting.map((kind) => (
          <Text key={kind} size="sm">
            {(isAnothers(kind) ? t.otherApprover : t.approver)(t.kind[kind], approverName(kind))}
          </Text>
        ))}
        {own.length === 0 ? (
          <Text size="sm" c="var(--hub-quiet)">
            {t.sendOn}
          </Text>
        ) : (
          <form onSubmit={submit}>
            <Stack align="flex-start">
              <Checkbox.Group label={t.letThesePass} value={[...kinds]} onChange={(next) => setChosen(next)}>
                {own.map((kind) => (
                  <Checkbox key={kind} value={kind} label={t.kind[kind]} mt={6} />
                ))}
              </Checkbox.Group>
              <TextInput w="min(32rem, 80vw)" label={t.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required />
              <Button type="submit" loading={isPending} disabled={kinds.length === 0 || reason.trim() === ''}>
                {t.approve}
              </Button>
              <ActFault of={faultOf(kinds, reason.trim())} />
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  );

  function approverName(kind: SchemaFindingKind): string {
    const { level, kind: party = '', role = '' } = approvers[kind] ?? {};
    return t.whoOf(level === undefined ? '' : words.level(level), words.kind(party), words.role(role));
  }
}
