import { lazy, Suspense } from 'react';
import { TextOfVersionDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Loading } from '../states/loading';
import { useWords } from '../words/in-words';
import type { ShownProposal } from './shown-proposal';

const SdlDiff = lazy(() => import('../subgraphs/sdl-diff').then(({ SdlDiff }) => ({ default: SdlDiff })));

/** What a proposal makes of one subgraph, beside the version against which it was proposed. */
export function ProposalDiff({ change: { subgraph, baseVersion, sdl } }: { readonly change: ShownProposal['changes'][number] }) {
  const { words } = useWords();
  const base = useAnswer(TextOfVersionDocument, { subgraph, version: baseVersion });
  return (
    <Answered of={base} field="schemaVersions" lines={8}>
      {({ nodes: [version] }) => (
        <Suspense fallback={<Loading lines={8} />}>
          <SdlDiff {...(version !== undefined && { before: version.sdl })} after={sdl} label={words.proposals.diffOf(words.owner(subgraph), baseVersion)} />
        </Suspense>
      )}
    </Answered>
  );
}
