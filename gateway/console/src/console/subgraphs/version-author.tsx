import type { VersionLineFragment } from '../../generated/operations';
import { useViewer } from '../shell/use-viewer';
import { useWords } from '../words/in-words';

/** Who published a version; the terms give it to data stewards and auditors, and one that came with the hub has nobody. */
export function VersionAuthor({ of: { published } }: { readonly of: VersionLineFragment }) {
  const { words } = useWords();
  const viewer = useViewer();
  const t = words.subgraphs;
  if (published && !published.userId.startsWith('service:')) return <>{t.publishedBy(published.userId, words.role(published.role))}</>;
  return <>{published || (viewer !== undefined && ['DATA_STEWARD', 'AUDITOR'].includes(viewer.role)) ? t.cameWithHub : t.authorClosed}</>;
}
