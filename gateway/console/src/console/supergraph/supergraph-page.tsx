import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { SupergraphPictureDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { useWords } from '../words/in-words';
import { ContributionList } from './contribution-list';
import { Picture } from './picture';
import { ChosenPart } from './chosen-part';
import classes from './supergraph-page.module.css';

/** The supergraph as a picture: owners, their entities, and who contributes what; or the same as a list. */
export function SupergraphPage() {
  const { words } = useWords();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [shape, setShape] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const catalogue = useAnswer(SupergraphPictureDocument, {});
  const t = words.supergraph;
  const shown = shape ?? (isNarrow ? 'list' : 'picture');
  const switcher = (
    <SegmentedControl
      value={shown}
      onChange={setShape}
      aria-label={t.shape}
      data={[
        { value: 'picture', label: t.picture },
        { value: 'list', label: t.list },
      ]}
    />
  );
  return (
    <Page title={t.title} lead={t.lead} aside={switcher}>
      <Answered of={catalogue} field="resourceCatalog" lines={14}>
        {(resources) =>
          shown === 'list' ? (
            <ContributionList resources={resources} />
          ) : (
            <div className={classes.together}>
              <div className={classes.chosen}>
                <ChosenPart resources={resources} chosen={chosen} />
              </div>
              <Picture resources={resources} chosen={chosen} choose={setChosen} />
            </div>
          )
        }
      </Answered>
    </Page>
  );
}
