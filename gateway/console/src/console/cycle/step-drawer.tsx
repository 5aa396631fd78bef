import { Drawer, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { WideTable } from '../shell/wide-table';
import { useDutyName } from '../words/use-duty-name';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';
import type { Step } from './steps';
import type { BoardRow } from './step-timeliness';
import { timelinessOf } from './step-timeliness';

interface StepDrawerProps {
  readonly step: Step | undefined;
  readonly board: readonly BoardRow[];
  /** Why it is not counted for the viewer; undefined where it is. */
  readonly refusal: string | undefined;
  readonly close: () => void;
}

/** A step from near: who does it under which clause, and how timely each of its duties is done. */
export function StepDrawer({ step, board, refusal, close }: StepDrawerProps) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const dutyName = useDutyName();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const t = words.cycle;
  return (
    <Drawer opened={step !== undefined} onClose={close} position={isNarrow ? 'bottom' : 'right'} size={isNarrow ? '75%' : 'lg'} title={step === undefined ? '' : nameOf(step.type)} closeButtonProps={{ 'aria-label': words.shell.close }} attributes={{ header: { role: 'none' } }}>
      {step === undefined ? null : (
        <Stack>
          <Text size="sm" c="var(--hub-quiet)">
            {t.lanes[step.lane]} · {t.clause(step.clause)} · <code>{step.type}</code>
          </Text>
          {refusal === undefined ? null : <Text size="sm">{refusal}</Text>}
          {step.duties.length === 0 ? (
            <Text size="sm">{t.noDuties}</Text>
          ) : (
            <WideTable label={t.duty} least={460}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.duty}</Table.Th>
                    <Table.Th ta="right">{t.figures.open}</Table.Th>
                    <Table.Th ta="right">{t.figures.dueSoon}</Table.Th>
                    <Table.Th ta="right">{t.figures.late}</Table.Th>
                    <Table.Th ta="right">{t.figures.done}</Table.Th>
                    <Table.Th ta="right">{t.figures.doneLate}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {step.duties.map((kind) => {
                    const figures = timelinessOf(board, [kind]);
                    return (
                      <Table.Tr key={kind}>
                        <Table.Td>{dutyName(kind)}</Table.Td>
                        <Table.Td ta="right">{figures.open}</Table.Td>
                        <Table.Td ta="right">{figures.dueSoon}</Table.Td>
                        <Table.Td ta="right" c={figures.late > 0 ? 'var(--hub-late)' : 'inherit'} fw={figures.late > 0 ? 650 : 400}>
                          {figures.late}
                        </Table.Td>
                        <Table.Td ta="right">{figures.done}</Table.Td>
                        <Table.Td ta="right">{figures.doneLate}</Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </WideTable>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
