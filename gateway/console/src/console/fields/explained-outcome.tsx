import { Paper, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import type { ExplanationQuery, SharingConditionKind } from '../../generated/operations';
import { useWords } from '../words/in-words';

type Explained = NonNullable<ExplanationQuery['explainSharing']>;

const signs = {
  yes: { icon: IconCheck, color: 'var(--hub-good)' },
  no: { icon: IconX, color: 'var(--hub-late)' },
  depends: { icon: IconHelp, color: 'var(--hub-soon)' },
} as const;
const signOf = { OPEN: signs.yes, MASKED: signs.yes, ON_CERTAIN_ROWS: signs.depends, ON_APPLICATION: signs.depends, CLOSED: signs.no } as const;

/** What the terms give a party, and clause by clause why. */
export function ExplainedOutcome({ of: { party, role, outcome, clauses } }: { readonly of: Explained }) {
  const { words } = useWords();
  const t = words.fields;
  const { icon: Icon, color } = signOf[outcome];
  const inWords: Partial<Record<SharingConditionKind, (word: string) => string>> = { KIND: words.kind, LEVEL: words.level, ROLE: words.role, ROWS: words.rows, PURPOSE: words.purpose };
  return (
    <Stack gap="sm">
      <Paper withBorder p="sm" role="status" style={{ borderColor: color, borderLeftWidth: 4 }}>
        <Text fw={650} c={color}>
          <Icon size={18} aria-hidden style={{ verticalAlign: '-3px' }} /> {t.outcome[outcome]}
        </Text>
        <Text size="sm">
          {party.name} · {words.role(role)}
        </Text>
      </Paper>
      {clauses.map(({ clause, conditions }, index) => (
        <Paper key={index} withBorder p="sm" style={{ borderColor: 'var(--hub-line)' }}>
          <Text size="sm" fw={600} mb={4}>
            {t.clauseNumber(index + 1)} {clause.kinds.map((kind) => words.kind(kind)).join(words.comma)}
            {clause.basis === null ? null : (
              <Text span size="xs" c="var(--hub-quiet)" ml={8}>
                {words.basis(clause.basis.kind)} {clause.basis.reference}
              </Text>
            )}
          </Text>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {conditions.map(({ condition, wanted, holds }) => {
                const verdict = holds === null ? 'depends' : holds ? 'yes' : 'no';
                const sign = signs[verdict];
                const said = wanted.split(', ').map(inWords[condition] ?? ((word) => word));
                return (
                  <Table.Tr key={condition}>
                    <Table.Th scope="row" w={{ base: '6rem', sm: '8rem' }}>
                      {t.condition[condition]}
                    </Table.Th>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{said.join(words.comma)}</Table.Td>
                    <Table.Td c={sign.color} w={{ base: '6.5rem', sm: '13rem' }}>
                      <sign.icon size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t.holds[verdict]}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Paper>
      ))}
    </Stack>
  );
}
