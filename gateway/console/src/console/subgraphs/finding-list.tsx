import { Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CheckFactsFragment, ProposalQuery } from '../../generated/operations';
import { useWords } from '../words/in-words';
import classes from './finding-list.module.css';

/** What a check found, errors first: of which kind, where, whom it concerns, and what to do. */
export function FindingList({ findings }: { readonly findings: CheckFactsFragment['findings'] | NonNullable<ProposalQuery['schemaProposal']>['findings'] }) {
  const { words } = useWords();
  const t = words.subgraphs;
  if (findings.length === 0) return <Text size="sm">{t.nothingFound}</Text>;
  return (
    <Stack component="ul" gap="xs" m={0} p={0}>
      {findings.map(({ kind, severity, code, owners, coordinate, line, message, letPass }, index) => {
        const Icon = severity === 'ERROR' ? IconCircleX : IconAlertTriangle;
        return (
          <li key={index} className={classes.finding} data-severity={severity} data-passed={letPass !== null || undefined}>
            <Text size="sm" fw={600} className={classes.kind}>
              <Icon size={16} aria-hidden /> {t.severity[severity]} · {t.kind[kind]}
              {coordinate === null ? null : (
                <Anchor component={Link} href={`/fields/${coordinate}`} ff="monospace" size="sm" ml={8}>
                  {coordinate}
                </Anchor>
              )}
            </Text>
            {t.meaning[kind] === '' ? null : <Text size="sm">{t.meaning[kind]}</Text>}
            <Text size="sm">{message}</Text>
            <Text size="xs" c="var(--hub-quiet)">
              {t.concerns(owners.map((owner) => words.owner(owner)).join(words.comma))}
              {line === null ? '' : ` · ${t.line(line)}`} · <code>{code}</code>
            </Text>
            {letPass === null ? null : (
              <Text size="sm" c="var(--hub-good)">
                {t.letPass(letPass)}
              </Text>
            )}
          </li>
        );
      })}
    </Stack>
  );
}
