import { IconArrowBackUp } from '@tabler/icons-react';
import { useWords } from '../words/in-words';
import classes from './cycle-picture.module.css';
import { phases, sharingSteps, type Step } from './steps';
import { StepCard, type StepCount } from './step-card';
import { timelinessOf, type BoardRow } from './step-timeliness';

interface CyclePictureProps {
  readonly board: readonly BoardRow[];
  readonly countOf: (step: Step) => StepCount;
  /** Types of which something has just happened to one. */
  readonly stirring: ReadonlySet<string>;
  readonly open: (step: Step) => void;
}

/** The cycle of figure 1: six phases from left to right, on a narrow screen from top to bottom, and back to the first; the sharing lies beneath them all. */
export function CyclePicture({ board, countOf, stirring, open }: CyclePictureProps) {
  const { words } = useWords();
  const t = words.cycle;
  const card = (step: Step) => (
    <li key={step.type}>
      <StepCard step={step} count={countOf(step)} timeliness={timelinessOf(board, step.duties)} isStirring={stirring.has(step.type)} open={() => open(step)} />
    </li>
  );
  return (
    <div className={classes.picture}>
      <ol className={classes.phases} aria-label={t.title}>
        {phases.map(({ name, clause, steps }, index) => (
          <li key={name} className={classes.phase}>
            <h2 className={classes.head}>
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              {t.phases[name]}
              <span className={classes.clause}>{clause}</span>
            </h2>
            <ol className={classes.steps}>{steps.map(card)}</ol>
          </li>
        ))}
      </ol>
      <p className={classes.back}>
        <IconArrowBackUp size={18} aria-hidden />
        {t.back}
      </p>
      <section className={classes.sharing} aria-labelledby="sharing-heading">
        <h2 id="sharing-heading" className={classes.sharingHead}>
          {t.sharing}
          <span className={classes.clause}>5.4.3</span>
        </h2>
        <ul className={classes.sharingSteps}>{sharingSteps.map(card)}</ul>
      </section>
    </div>
  );
}
