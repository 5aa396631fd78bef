import type { Page } from 'playwright-core';

/** Where the page looks for Apollo's host. */
const host = 'https://sandbox.embed.apollographql.com';

/**
 * In the place of Apollo's frame, where no outside host is reached: it takes the address, the document and the headers that it is given, and asks through the page that holds it by the
 * messages of `@apollo/sandbox` 2.7, first a query, then a subscription over graphql-transport-ws. What comes back stands in it.
 */
const frame = `<!doctype html><title>Sandbox</title><pre id="query"></pre><pre id="subscription"></pre><script>
  const given = new URLSearchParams(location.search);
  const headers = JSON.parse(given.get('sharedHeaders') ?? '{}');
  const ask = (message) => parent.postMessage({ headers, variables: {}, ...message }, '*');
  addEventListener('message', ({ data }) => {
    if (data.name === 'HandshakeResponse') {
      ask({ name: 'ExplorerRequest', operationId: '1', operation: given.get('defaultDocument'), endpointUrl: given.get('endpoint') });
      ask({ name: 'ExplorerSubscriptionRequest', operationId: '2', protocol: 'graphql-ws', subscriptionUrl: given.get('subscriptionEndpoint'), operation: 'subscription { riskInformationTakenIn { riskInformation { productName } } }' });
    }
    const place = { ExplorerResponse: 'query', ExplorerSubscriptionResponse: 'subscription' }[data.name];
    if (place) document.getElementById(place).textContent += JSON.stringify(data.response);
  });
  parent.postMessage({ name: 'ExplorerListeningForHandshake' }, '*');
</script>`;

/** Lets a page reach Apollo's host of the Sandbox, played: what of Apollo's own it shows is not tested. */
export async function playSandboxHost(page: Page): Promise<void> {
  await page.route(`${host}/**`, (route) => route.fulfill({ contentType: 'text/html', body: frame }));
}
