import { Text } from '@mantine/core';
import { PartRiskInformationDocument } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { ReasonDialog } from '../shell/reason-dialog';
import { useWords } from '../words/in-words';

interface PartButtonProps {
  readonly cluster: { readonly id: string; readonly number: string };
  readonly record: { readonly id: string; readonly number: string };
}

/** Takes a record out of its cluster (partRiskInformation), with a reason: it is proposed with what stays no more. */
export function PartButton({ cluster, record }: PartButtonProps) {
  const { words } = useWords();
  const part = useAct(PartRiskInformationDocument, 'partRiskInformation');
  const itemOf = (reason: string) => ({ clusterId: cluster.id, riskInformationIds: [record.id], reason });
  const t = words.clusters;
  return (
    <ReasonDialog
      act={t.part}
      title={t.partTitle(record.number)}
      isPending={part.isPending}
      fault={(reason) => <ActFault of={part.faultOf(itemOf(reason))} />}
      submit={(reason, close) => part.mutate(itemOf(reason), { onSuccess: close })}
    >
      <Text size="sm">{t.partHint(cluster.number)}</Text>
    </ReasonDialog>
  );
}
