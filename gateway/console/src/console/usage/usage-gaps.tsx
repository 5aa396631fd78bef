import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { UsageKnownQuery } from '../../generated/operations';
import { useWords } from '../words/in-words';

/** Why what seems unused may have been used all the same: what of the days is not recorded, in words; nothing where all is. */
export function UsageGaps({ of: { since, recordedSince, unrecorded, unreportedDays, silentGatewayDays } }: { readonly of: NonNullable<UsageKnownQuery['schemaUsage']> }) {
  const { words } = useWords();
  const t = words.usage;
  const gaps = [
    recordedSince === null ? t.nothingRecorded : recordedSince > since ? t.recordedSince(recordedSince) : undefined,
    recordedSince !== null && unreportedDays > 0 ? t.unreportedDays(unreportedDays) : undefined,
    silentGatewayDays > 0 ? t.silentGatewayDays(silentGatewayDays) : undefined,
    unrecorded > 0 ? t.unrecorded(unrecorded) : undefined,
  ].filter((gap) => gap !== undefined);
  if (gaps.length === 0) return null;
  return (
    <Alert color="yellow" variant="default" role="status" title={t.notAllKnown}>
      {gaps.map((gap) => (
        <Text key={gap} size="sm">
          {gap}
        </Text>
      ))}
      {silentGatewayDays > 0 ? (
        <Anchor component={Link} href="/running" size="sm">
          {t.seeGateways}
        </Anchor>
      ) : null}
    </Alert>
  );
}
