import { Text } from '@mantine/core';
import { CheckDocument, CheckOfDocument, PromoteDocument, type VersionLineFragment } from '../../generated/operations';
import { ActFault } from '../asking/act-fault';
import { useAct } from '../asking/use-act';
import { useAnswer } from '../asking/use-answer';
import { ReasonDialog } from '../shell/reason-dialog';
import { useWords } from '../words/in-words';
import { PromoteCheck } from './promote-check';
import { VersionComparison } from './version-comparison';

/**
 * Brings an older version back as the next, terms and all (promoteSchema): not before who does it has seen how it differs from the one in force and what a check of it finds against just that one; with a reason and the
 * subgraph's name as a word of confirmation.
 */
export function PromoteButton({ version, inForce }: { readonly version: VersionLineFragment; readonly inForce: VersionLineFragment }) {
  const { words } = useWords();
  const promote = useAct(PromoteDocument, 'promoteSchema');
  const check = useAct(CheckDocument, 'checkSchema');
  const found = useAnswer(CheckOfDocument, { id: check.data?.id ?? '' }, { enabled: check.data !== undefined }).data?.data.schemaCheck;
  const checked = found?.baseVersion === inForce.version ? found : undefined;
  const itemOf = (reason: string) => ({ versionId: version.id, expectedVersion: inForce.version, reason });
  const t = words.subgraphs;
  return (
    <ReasonDialog
      act={t.promote}
      title={t.promoteTitle(version.version)}
      word={version.subgraph}
      isWide
      isReady={checked !== undefined}
      isPending={promote.isPending}
      fault={(reason) => <ActFault of={promote.faultOf(itemOf(reason))} />}
      submit={(reason, close) => promote.mutate(itemOf(reason), { onSuccess: close })}
    >
      <Text size="sm">{t.promoteHint(version.version, inForce.version)}</Text>
      <VersionComparison from={inForce.id} to={version.id} />
      <PromoteCheck version={version} check={checked} isPending={check.isPending} fault={check.error} run={(sdl) => check.mutate({ subgraph: version.subgraph, sdl })} />
    </ReasonDialog>
  );
}
