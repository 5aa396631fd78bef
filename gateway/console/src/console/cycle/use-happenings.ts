import { useEffect, useState } from 'react';
import { HappeningsDocument, type HappeningsSubscription } from '../../generated/operations';
import { followEvents } from '../asking/follow-events';
import { useSignedIn } from '../sign-in/signed-in';

export type Happening = NonNullable<HappeningsSubscription['exchangeEvents']>;

/** How many are shown. */
const latest = 6;
/** Milliseconds for which a step stirs after something happened at it. */
const stirs = 2_400;

interface Happenings {
  /** Latest first. */
  readonly happenings: readonly Happening[];
  readonly isLive: boolean;
  /** Types of which something has just happened to one. */
  readonly stirring: ReadonlySet<string>;
}

/** What happens in the hub while one looks, as far as the viewer's terms give it (exchangeEvents, 5.4.4). */
export function useHappenings(): Happenings {
  const { asker } = useSignedIn();
  const [happenings, setHappenings] = useState<readonly Happening[]>([]);
  const [stirring, setStirring] = useState<ReadonlySet<string>>(new Set());
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    if (asker === undefined) return undefined;
    setHappenings([]);
    let calms: number | undefined;
    const stop = followEvents(HappeningsDocument, {}, asker, {
      onState: setIsLive,
      onNext: ({ exchangeEvents: happening }) => {
        if (!happening) return;
        setHappenings((before) => [happening, ...before].slice(0, latest));
        setStirring((before) => new Set([...before, happening.exchangeEvent.subjectType]));
        window.clearTimeout(calms);
        calms = window.setTimeout(() => setStirring(new Set()), stirs);
      },
    });
    return () => {
      window.clearTimeout(calms);
      stop();
    };
  }, [asker]);
  return { happenings, isLive, stirring };
}
