import type { CSSProperties } from 'react';
import type { SchemaProposalState } from '../../generated/operations';
import classes from '../shell/class-mark.module.css';
import { useWords } from '../words/in-words';

const colors = { OPEN: 'var(--hub-soon)', APPROVED: 'var(--hub-good)', PUBLISHED: 'var(--hub-regulator)', REJECTED: 'var(--hub-late)' } as const;

/** How far a proposal is (提案状态), in words and in a colour. */
export function ProposalStateMark({ of }: { readonly of: SchemaProposalState }) {
  const { words } = useWords();
  return (
    <span className={classes.mark} style={{ '--ink': colors[of] } as CSSProperties}>
      {words.proposals.state[of]}
    </span>
  );
}
