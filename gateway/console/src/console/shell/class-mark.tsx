import type { SharingClass } from '../../generated/operations';
import { useWords } from '../words/in-words';
import classes from './class-mark.module.css';

/** The class of terms (共享类型, 5.4.3 a), in words and in a colour. */
export function ClassMark({ of }: { readonly of: SharingClass }) {
  const { words } = useWords();
  return (
    <span className={classes.mark} data-class={of}>
      {words.sharingClass[of]}
    </span>
  );
}
