import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { PageMissing } from './page-missing';

const CyclePage = lazy(() => import('../cycle/cycle-page').then(({ CyclePage }) => ({ default: CyclePage })));
const SupergraphPage = lazy(() => import('../supergraph/supergraph-page').then(({ SupergraphPage }) => ({ default: SupergraphPage })));
const SubgraphsPage = lazy(() => import('../subgraphs/subgraphs-page').then(({ SubgraphsPage }) => ({ default: SubgraphsPage })));
const SubgraphPage = lazy(() => import('../subgraphs/subgraph-page').then(({ SubgraphPage }) => ({ default: SubgraphPage })));
const CheckPage = lazy(() => import('../subgraphs/check-page').then(({ CheckPage }) => ({ default: CheckPage })));
const ProposalsPage = lazy(() => import('../proposals/proposals-page').then(({ ProposalsPage }) => ({ default: ProposalsPage })));
const ProposePage = lazy(() => import('../proposals/propose-page').then(({ ProposePage }) => ({ default: ProposePage })));
const ProposalPage = lazy(() => import('../proposals/proposal-page').then(({ ProposalPage }) => ({ default: ProposalPage })));
const ExceptionsPage = lazy(() => import('../exceptions/exceptions-page').then(({ ExceptionsPage }) => ({ default: ExceptionsPage })));
const RunningPage = lazy(() => import('../running/running-page').then(({ RunningPage }) => ({ default: RunningPage })));
const ContractsPage = lazy(() => import('../contracts/contracts-page').then(({ ContractsPage }) => ({ default: ContractsPage })));
const ContractPage = lazy(() => import('../contracts/contract-page').then(({ ContractPage }) => ({ default: ContractPage })));
const UsagePage = lazy(() => import('../usage/usage-page').then(({ UsagePage }) => ({ default: UsagePage })));
const CataloguePage = lazy(() => import('../catalogue/catalogue-page').then(({ CataloguePage }) => ({ default: CataloguePage })));
const ResourcePage = lazy(() => import('../catalogue/resource-page').then(({ ResourcePage }) => ({ default: ResourcePage })));
const FieldsPage = lazy(() => import('../fields/fields-page').then(({ FieldsPage }) => ({ default: FieldsPage })));
const FieldPage = lazy(() => import('../fields/field-page').then(({ FieldPage }) => ({ default: FieldPage })));
const SheetsPage = lazy(() => import('../sheets/sheets-page').then(({ SheetsPage }) => ({ default: SheetsPage })));
const ClustersPage = lazy(() => import('../clusters/clusters-page').then(({ ClustersPage }) => ({ default: ClustersPage })));
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
      <Route path="/proposals" component={ProposalsPage} />
      <Route path="/proposals/new" component={ProposePage} />
      <Route path="/proposals/:id" component={ProposalPage} />
      <Route path="/exceptions" component={ExceptionsPage} />
      <Route path="/running" component={RunningPage} />
      <Route path="/contracts" component={ContractsPage} />
      <Route path="/contracts/:variant" component={ContractPage} />
      <Route path="/catalogue" component={CataloguePage} />
      <Route path="/catalogue/:type" component={ResourcePage} />
      <Route path="/fields" component={FieldsPage} />
      <Route path="/fields/usage" component={UsagePage} />
      <Route path="/fields/:coordinate" component={FieldPage} />
      <Route path="/sheets" component={SheetsPage} />
      <Route path="/clusters" component={ClustersPage} />
      <Route path="/code-lists" component={CodeListsPage} />
      <Route path="/code-lists/:id" component={CodeListPage} />
      <Route component={PageMissing} />
    </Switch>
  );
}
