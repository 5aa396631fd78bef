import { AppShell, Burger, Group, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { SignIn } from '../sign-in/sign-in';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { AskerMenu } from './asker-menu';
import classes from './frame.module.css';
import { LookSwitches } from './look-switches';
import { Navigation } from './navigation';
import { Pages } from './pages';

/** What stands around every page: where one is, where one can go, as whom, and in which language and light. */
export function Frame() {
  const { words } = useWords();
  const { asker, identities } = useSignedIn();
  const [isOpen, { toggle, close }] = useDisclosure();
  const [place] = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    close();
    // Who reads with ears or keys goes on where the new page begins.
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [place, close]);
  const isKnown = asker !== undefined;
  return (
    <AppShell header={{ height: 56 }} {...(isKnown && { navbar: { width: 216, breakpoint: 'md', collapsed: { mobile: !isOpen } } })} padding={{ base: 'sm', sm: 'lg' }}>
      <a className="hub-skip" href="#main">
        {words.shell.skip}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            {isKnown ? <Burger opened={isOpen} onClick={toggle} hiddenFrom="md" size="sm" aria-label={words.shell.menu} /> : null}
            <Link href="/" className={classes.brand}>
              {words.shell.name}
              <Text span visibleFrom="lg" className={classes.place}>
                {words.shell.place}
              </Text>
            </Link>
          </Group>
          <Group gap={4} wrap="nowrap" miw={0}>
            {isKnown ? <AskerMenu /> : null}
            <LookSwitches />
          </Group>
        </Group>
      </AppShell.Header>
      {isKnown ? (
        <AppShell.Navbar p="xs" className={classes.navbar}>
          <Navigation />
        </AppShell.Navbar>
      ) : null}
      <AppShell.Main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {isKnown ? (
          <Suspense fallback={<Loader aria-label={words.states.loading} />}>
            <Pages />
          </Suspense>
        ) : identities === undefined ? (
          <Loader aria-label={words.states.loading} />
        ) : (
          <SignIn />
        )}
      </AppShell.Main>
    </AppShell>
  );
}
