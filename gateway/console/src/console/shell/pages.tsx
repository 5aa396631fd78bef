import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { PageMissing } from './page-missing';

const CyclePage = lazy(() => import('../cycle/cycle-page').then(({ CyclePage }) => ({ default: CyclePage })));
const SupergraphPage = lazy(() => import('../supergraph/supergraph-page').then(({ SupergraphPage }) => ({ default: SupergraphPage })));
const SubgraphsPage = lazy(() => import('../subgraphs/subgraphs-page').then(({ SubgraphsPage }) => ({ default: SubgraphsPage })));
const SubgraphPage = lazy(() => import('../subgraphs/subgraph-page').then(({ SubgraphPage }) => ({ default: SubgraphPage })));
const CheckPage = lazy(() => import('../subgraphs/check-page').then(({ CheckPage }) => ({ default: CheckPage })));
const CataloguePage = lazy(() => import('../catalogue/catalogue-page').then(({ CataloguePage }) => ({ default: CataloguePage })));
const ResourcePage = lazy(() => import('../catalogue/resource-page').then(({ ResourcePage }) => ({ default: ResourcePage })));
const FieldsPage = lazy(() => import('../fields/fields-page').then(({ FieldsPage }) => ({ default: FieldsPage })));
const FieldPage = lazy(() => import('../fields/field-page').then(({ FieldPage }) => ({ default: FieldPage })));
const CodeListsPage = lazy(() => import('../code-lists/code-lists-page').then(({ CodeListsPage }) => ({ default: CodeListsPage })));
const CodeListPage = lazy(() => import('../code-lists/code-list-page').then(({ CodeListPage }) => ({ default: CodeListPage })));

/** Which page an address is; each is loaded when it is first opened. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={CyclePage} />
      <Route path="/supergraph" component={SupergraphPage} />
      <Route path="/subgraphs" component={SubgraphsPage} />
      <Route path="/subgraphs/:name" component={SubgraphPage} />
      <Route path="/checks/:id" component={CheckPage} />
      <Route path="/catalogue" component={CataloguePage} />
      <Route path="/catalogue/:type" component={ResourcePage} />
      <Route path="/fields" component={FieldsPage} />
      <Route path="/fields/:coordinate" component={FieldPage} />
      <Route path="/code-lists" component={CodeListsPage} />
      <Route path="/code-lists/:id" component={CodeListPage} />
      <Route component={PageMissing} />
    </Switch>
  );
}
