import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ApproveDocument, type CheckFactsFragment, type SchemaFindingKind } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { useWords } from '../words/in-words';
import { ActFault } from './act-fault';

/** Who may let which kind of finding pass (approveSchemaCheck); what breaks clients another than who had it checked. */
const approvers: Partial<Record<SchemaFindingKind, string>> = { NARROWED: 'OFFICER', WIDENED: 'SECURITY_ADMINISTRATOR', BREAKING: 'DATA_STEWARD' };

/** Lets findings pass, with a reason, by whoever may; who may not is told whose turn it is. */
export function ApprovalForm({ check }: { readonly check: CheckFactsFragment }) {
  const { words } = useWords();
  const viewer = useViewer();
  const approve = useAct(ApproveDocument, 'approveSchemaCheck');
  const waiting = [...new Set(check.findings.filter(({ severity, letPass }) => severity === 'ERROR' && letPass === null).map(({ kind }) => kind))].filter((kind) => kind in approvers);
  const [kinds, setKinds] = useState<readonly SchemaFindingKind[]>([]);
  const [reason, setReason] = useState('');
  const t = words.subgraphs;
  if (waiting.length === 0) return null;
  const isOwnCheck = check.checked?.userId === viewer?.userId;
  const own = waiting.filter((kind) => approvers[kind] === viewer?.role && !(kind === 'BREAKING' && isOwnCheck));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    approve.mutate({ checkId: check.id, kinds, reason: reason.trim() });
  };
  return (
    <Panel title={t.toApprove}>
      <Stack align="flex-start">
        {waiting.map((kind) => (
          <Text key={kind} size="sm">
            {(kind === 'BREAKING' ? t.otherApprover : t.approver)(t.kind[kind], words.role(approvers[kind] ?? ''))}
          </Text>
        ))}
        {own.length === 0 ? (
          <Text size="sm" c="var(--hub-quiet)">
            {t.sendOn}
          </Text>
        ) : (
          <form onSubmit={submit}>
            <Stack align="flex-start">
              <Checkbox.Group label={t.letThesePass} value={[...kinds]} onChange={setKinds}>
                {own.map((kind) => (
                  <Checkbox key={kind} value={kind} label={t.kind[kind]} mt={6} />
                ))}
              </Checkbox.Group>
              <TextInput w="min(32rem, 80vw)" label={t.reason} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} required />
              <Button type="submit" loading={approve.isPending} disabled={kinds.length === 0 || reason.trim() === ''}>
                {t.approve}
              </Button>
              <ActFault of={approve.error} />
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  );
}
