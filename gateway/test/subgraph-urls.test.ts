import { expect, it } from 'vitest';
import { SupergraphMissing } from '../src/supergraph/supergraph-missing.js';
import { subgraphUrls } from '../src/supergraph/subgraph-urls.js';

const supergraph = (url: string) => `enum join__Graph { USERS @join__graph(name: "users", url: "${url}") PRODUCTS @join__graph(name: "products", url: "https://products.example") }`;

it('a supergraph names its subgraphs and where they listen', () => {
  expect(subgraphUrls(supergraph('http://users.example/graphql'))).toEqual({ users: 'http://users.example/graphql', products: 'https://products.example' });
});

it.each(['', 'users', 'http://', 'file:///etc/passwd', 'ftp://users.example'])('one that names the address "%s" is refused, and says which subgraph it is of', (url) => {
  expect(() => subgraphUrls(supergraph(url))).toThrow(SupergraphMissing);
  expect(() => subgraphUrls(supergraph(url))).toThrow(`the subgraph "users" the address "${url}"`);
});

it.each(['', 'type Query {', 'type Query { a: Int }', 'enum Other { USERS @join__graph(name: "users", url: "http://users.example") }'])('a text that is none is refused and says so: %s', (text) => {
  expect(() => subgraphUrls(text)).toThrow('The file holds no supergraph');
});
