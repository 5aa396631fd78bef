import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { VersionLineFragment } from '../../generated/operations';
import { useWords } from '../words/in-words';
import { cameWithHub } from './came-with-hub';

/** Why a version was published: the reason, the proposal or the older version that it comes from, and that it is never to come back. */
export function VersionReason({ of: version }: { readonly of: VersionLineFragment }) {
  const { words } = useWords();
  const t = words.subgraphs;
  return (
    <>
      {cameWithHub(version) ? '–' : (version.reason ?? '–')}
      {version.promotedFrom === null ? null : (
        <Text size="xs" c="var(--hub-quiet)">
          {t.promotedFrom(version.promotedFrom.version)}
        </Text>
      )}
      {version.proposal === null ? null : (
        <Text size="xs">
          <Anchor component={Link} href={`/proposals/${version.proposal.id}`} size="xs">
            {t.byProposal(version.proposal.title)}
          </Anchor>
        </Text>
      )}
      {version.retired === null ? null : (
        <Text size="xs" c="var(--hub-late)">
          {t.retired(version.retiredBecause ?? '')}
        </Text>
      )}
    </>
  );
}
