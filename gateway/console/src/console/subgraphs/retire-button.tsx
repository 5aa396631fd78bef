import { Text } from '@mantine/core';
import { RetireDocument, type VersionLineFragment } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { ReasonDialog } from '../shell/reason-dialog';
import { useWords } from '../words/in-words';

/** Retires a version, so that its text is never brought back (retireSchemaVersion), with a reason and the subgraph's name as a word of confirmation. */
export function RetireButton({ version }: { readonly version: VersionLineFragment }) {
  const { words } = useWords();
  const retire = useAct(RetireDocument, 'retireSchemaVersion');
  const itemOf = (reason: string) => ({ versionId: version.id, reason });
  const t = words.subgraphs;
  return (
    <ReasonDialog
      act={t.retire}
      title={t.retireTitle(version.version)}
      word={version.subgraph}
      isGrave
      isPending={retire.isPending}
      fault={(reason) => <ActFault of={retire.faultOf(itemOf(reason))} />}
      submit={(reason, close) => retire.mutate(itemOf(reason), { onSuccess: close })}
    >
      <Text size="sm">{t.retireHint}</Text>
    </ReasonDialog>
  );
}
