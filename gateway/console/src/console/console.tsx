import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { retryable } from './asking/hub-refusal';
import { SignedIn } from './sign-in/signed-in';
import { Frame } from './shell/frame';
import { inTheDark, theme } from './theme';
import { InWords } from './words/in-words';

const client = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => failures < 2 && retryable(error), staleTime: 30_000, refetchOnWindowFocus: false } },
});

/** The console: in a language, as somebody, page by page. */
export function Console() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={inTheDark} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <InWords>
          <Router base="/console">
            <SignedIn>
              <Frame />
            </SignedIn>
          </Router>
        </InWords>
      </QueryClientProvider>
    </MantineProvider>
  );
}
