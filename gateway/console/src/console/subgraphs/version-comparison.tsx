import { lazy, Suspense } from 'react';
import { VersionTextDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Loading } from '../states/loading';
import { useWords } from '../words/in-words';

const SdlDiff = lazy(() => import('./sdl-diff').then(({ SdlDiff }) => ({ default: SdlDiff })));

/** Two versions side by side; the text alone where there is no other. */
export function VersionComparison({ from, to }: { readonly from: string | undefined; readonly to: string }) {
  const { words } = useWords();
  const newer = useAnswer(VersionTextDocument, { id: to });
  const older = useAnswer(VersionTextDocument, { id: from ?? to }, { enabled: from !== undefined });
  const t = words.subgraphs;
  return (
    <Answered of={newer} field="schemaVersion" lines={10}>
      {(after) =>
        from === undefined ? (
          <Suspense fallback={<Loading lines={10} />}>
            <SdlDiff after={after.sdl} label={t.versionLabel(after.version)} />
          </Suspense>
        ) : (
          <Answered of={older} field="schemaVersion" lines={10}>
            {(before) => (
              <Suspense fallback={<Loading lines={10} />}>
                <SdlDiff before={before.sdl} after={after.sdl} label={t.comparisonLabel(before.version, after.version)} />
              </Suspense>
            )}
          </Answered>
        )
      }
    </Answered>
  );
}
