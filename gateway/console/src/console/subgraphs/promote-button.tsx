import { Text } from '@mantine/core';
import { PromoteDocument, type VersionLineFragment } from '../../generated/operations';
import { useAct } from '../asking/use-act';
import { ReasonDialog } from '../shell/reason-dialog';
import { useWords } from '../words/in-words';
import { ActFault } from './act-fault';

/** Brings an older version back as the next, terms and all (promoteSchema), with a reason and the subgraph's name as a word of confirmation. */
export function PromoteButton({ version, inForce }: { readonly version: VersionLineFragment; readonly inForce: number }) {
  const { words } = useWords();
  const promote = useAct(PromoteDocument, 'promoteSchema');
  const itemOf = (reason: string) => ({ versionId: version.id, expectedVersion: inForce, reason });
  const t = words.subgraphs;
  return (
    <ReasonDialog
      act={t.promote}
      title={t.promoteTitle(version.version)}
      word={version.subgraph}
      isPending={promote.isPending}
      fault={(reason) => <ActFault of={promote.faultOf(itemOf(reason))} />}
      submit={(reason, close) => promote.mutate(itemOf(reason), { onSuccess: close })}
    >
      <Text size="sm">{t.promoteHint(version.version, inForce)}</Text>
    </ReasonDialog>
  );
}
