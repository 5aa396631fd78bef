import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { areHosts, hostList } from '@hub/kernel/outbound/host-list.js';
import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { z } from 'zod';
import type { EmbargoSettings } from './domain/embargo-settings.js';
import type { MailSettings } from './domain/mail-settings.js';
import type { WebhookSettings } from './domain/webhook-settings.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('exchange', variables);
  webhookSettingsOf(environment);
  deskSettingsOf(environment);
  operatorsCalendar(environment);
  embargoSettingsOf(environment);
  mailSettingsOf(environment);
  catalogueCountSecondsOf(environment);
  searchPaceOf(environment);
  userSettingsOf(environment);
  return environment;
}

const known = new WeakMap<SubgraphEnvironment, WebhookSettings>();

const above0 = (example: number) => z.coerce.number({ error: `is no number; right would be, for example, ${example}` }).positive(`must be above 0; right would be, for example, ${example}`).max(1_000_000).default(example);

const shape = z.object({
  WEBHOOK_DELIVERY: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, on' }).default('on'),
  WEBHOOK_ALLOWED_HOSTS: z.string().default('').transform(hostList).refine(areHosts, 'is no list of hosts, each with a port unless it is 443; right would be, for example, receiver.intranet,10.1.2.3:8443,[fd00::1]:8443'),
  WEBHOOK_TIMEOUT_SECONDS: above0(10),
  WEBHOOK_FIRST_RETRY_SECONDS: above0(5),
  WEBHOOK_LONGEST_RETRY_SECONDS: above0(3600),
  WEBHOOK_GIVE_UP_HOURS: above0(72),
  WEBHOOKS_PER_PARTY: above0(20),
});

const userShape = z.object({
  USERS_KEPT: z.string().default('P1096D').transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, 'is no duration of days; right would be, for example, P1096D'),
  USER_SWEEP_SECONDS: above0(600),
});

/**
 * How long the name of a user is kept who acts no more, in milliseconds, and how often it is looked.
 * @throws EnvironmentInvalid
 */
export function userSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): { readonly keptFor: number; readonly sweepSeconds: number } {
  const { data, error } = userShape.safeParse(variables);
  if (error) throw new EnvironmentInvalid(`Settings of the subgraph exchange: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`);
  return { keptFor: data.USERS_KEPT ?? 0, sweepSeconds: data.USER_SWEEP_SECONDS };
}

const embargoShape = z.object({ EMBARGO_SETTLING_SECONDS: above0(60), EMBARGO_LOOK_SECONDS: above0(5) });

/**
 * How long clocks may differ and logs may come late before a read is shown, and how often it is looked, in seconds.
 * @throws EnvironmentInvalid
 */
export function embargoSettingsOf({ variables }: SubgraphEnvironment): EmbargoSettings {
  const result = embargoShape.safeParse(variables);
  if (result.success) return { settling: result.data.EMBARGO_SETTLING_SECONDS, every: result.data.EMBARGO_LOOK_SECONDS };
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new EnvironmentInvalid(`Settings of the subgraph exchange: ${problems.join('; ')}.`);
}

/**
 * The settings of webhooks, read once.
 * @throws EnvironmentInvalid
 */
export function webhookSettingsOf(environment: SubgraphEnvironment): WebhookSettings {
  const settings = known.get(environment) ?? readWebhookSettings(environment);
  known.set(environment, settings);
  return settings;
}

function readWebhookSettings({ variables, issuer }: SubgraphEnvironment): WebhookSettings {
  const result = shape.safeParse(variables);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvironmentInvalid(`Settings of the subgraph exchange: ${problems.join('; ')}.`);
  }
  const values = result.data;
  return {
    delivers: values.WEBHOOK_DELIVERY === 'on',
    allowedHosts: new Set(values.WEBHOOK_ALLOWED_HOSTS),
    plainLoopback: issuer.kind === 'development',
    timeoutSeconds: values.WEBHOOK_TIMEOUT_SECONDS,
    firstSeconds: values.WEBHOOK_FIRST_RETRY_SECONDS,
    longestSeconds: values.WEBHOOK_LONGEST_RETRY_SECONDS,
    giveUpHours: values.WEBHOOK_GIVE_UP_HOURS,
    perParty: values.WEBHOOKS_PER_PARTY,
  };
}

/**
 * Seconds after which an owner is asked again how many rows it has, for the catalogue.
 * @throws EnvironmentInvalid
 */
export function catalogueCountSecondsOf({ variables }: SubgraphEnvironment): number {
  const read = above0(300).safeParse(variables['CATALOGUE_COUNT_SECONDS']);
  if (read.success) return read.data;
  throw new EnvironmentInvalid(`Settings of the subgraph exchange: CATALOGUE_COUNT_SECONDS ${read.error.issues[0]?.message ?? ''}.`);
}

const searchShape = z.object({ SEARCH_LOOK_SECONDS: above0(1), SEARCH_REREAD_HOURS: above0(24) });

/**
 * How often it is looked whether something happened to a record that is searched, and after how many hours all are read again.
 * @throws EnvironmentInvalid
 */
export function searchPaceOf({ variables }: SubgraphEnvironment): { readonly seconds: number; readonly hours: number } {
  const result = searchShape.safeParse(variables);
  if (result.success) return { seconds: result.data.SEARCH_LOOK_SECONDS, hours: result.data.SEARCH_REREAD_HOURS };
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new EnvironmentInvalid(`Settings of the subgraph exchange: ${problems.join('; ')}.`);
}

/** The settings of the sharing desk and of the clocks. */
export interface DeskSettings {
  readonly sweepSeconds: number;
  /** How often the clocks of duties are looked at. */
  readonly dutySweepSeconds: number;
  /** By how much clocks may differ, and what was done may be told late, before a duty is told as overdue. */
  readonly dutySettlingSeconds: number;
}

const knownDesks = new WeakMap<SubgraphEnvironment, DeskSettings>();

/**
 * The settings of the sharing desk, read once.
 * @throws EnvironmentInvalid
 */
export function deskSettingsOf(environment: SubgraphEnvironment): DeskSettings {
  const settings = knownDesks.get(environment) ?? readDeskSettings(environment);
  knownDesks.set(environment, settings);
  return settings;
}

function readDeskSettings({ variables }: SubgraphEnvironment): DeskSettings {
  const seconds = (name: string, unless = 10) => {
    const read = above0(unless).safeParse(variables[name]);
    if (!read.success) throw new EnvironmentInvalid(`Settings of the subgraph exchange: ${name} ${read.error.issues[0]?.message ?? ''}.`);
    return read.data;
  };
  return { sweepSeconds: seconds('SHARING_SWEEP_SECONDS'), dutySweepSeconds: seconds('DUTY_SWEEP_SECONDS'), dutySettlingSeconds: seconds('DUTY_SETTLING_SECONDS', 30) };
}

const mailShape = z.object({
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^\s/]+/, 'is no address of a mail server; right would be, for example, smtps://user:password@mail.example.cn'),
  MAIL_FROM: z.string({ error: 'is missing; right would be, for example, hub@example.cn' }).includes('@', 'is no e-mail address; right would be, for example, hub@example.cn'),
  REMINDER_LINK: z
    .string({ error: 'is missing; right would be, for example, https://hub.example.cn/duties/{id}' })
    .includes('{id}', 'does not say where the id of a duty stands; right would be, for example, https://hub.example.cn/duties/{id}'),
  MAIL_FIRST_RETRY_SECONDS: above0(30),
  MAIL_LONGEST_RETRY_SECONDS: above0(3600),
  MAIL_LOOK_SECONDS: above0(10),
});

/**
 * The settings of reminders by e-mail; undefined where no mail server is named, and nobody is reminded.
 * @throws EnvironmentInvalid
 */
export function mailSettingsOf({ variables }: SubgraphEnvironment): MailSettings | undefined {
  if (!variables['SMTP_URL']) return undefined;
  const result = mailShape.safeParse(variables);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvironmentInvalid(`Settings of the subgraph exchange: ${problems.join('; ')}.`);
  }
  const { data } = result;
  const pace = { firstSeconds: data.MAIL_FIRST_RETRY_SECONDS, longestSeconds: data.MAIL_LONGEST_RETRY_SECONDS, lookSeconds: data.MAIL_LOOK_SECONDS };
  return { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM, link: data.REMINDER_LINK, ...pace };
}
