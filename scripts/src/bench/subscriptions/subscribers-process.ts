import { nothingSeen, Subscriber, type Seen, type SubscriberOptions } from './subscriber.js';

/** What the bench tells the process that holds its subscribers. */
export type Order = { readonly kind: 'hold'; readonly subscribers: readonly SubscriberOptions[]; readonly atOnce: number } | { readonly kind: 'look' } | { readonly kind: 'read' } | { readonly kind: 'leave' };

/** How far the subscribers are. */
export interface Look {
  readonly held: number;
  /** Number of the event that all of them have had, and how many have had which. */
  readonly behind: number;
}

export type Report = { readonly kind: 'look'; readonly look: Look } | { readonly kind: 'read'; readonly seen: Seen };

const subscribers: Subscriber[] = [];
let seen = nothingSeen();

process.on('message', (order: Order) => {
  if (order.kind === 'hold') hold(order.subscribers, order.atOnce);
  if (order.kind === 'look') say({ kind: 'look', look: { held: subscribers.filter((each) => each.held).length, behind: subscribers.reduce((least, each) => Math.min(least, each.number), Number.MAX_SAFE_INTEGER) } });
  if (order.kind === 'read') {
    say({ kind: 'read', seen });
    seen = nothingSeen();
  }
  if (order.kind === 'leave') {
    for (const each of subscribers.splice(0)) each.leave();
  }
});
process.once('disconnect', () => process.exit(0));

/** Connects some at a time, for a server takes only so many connections that it has not accepted yet. */
function hold(options: readonly SubscriberOptions[], atOnce: number): void {
  const next = () => {
    for (const each of options.slice(subscribers.length, subscribers.length + atOnce)) subscribers.push(new Subscriber(each, () => seen));
    if (subscribers.length < options.length) setTimeout(next, 50);
  };
  next();
}

function say(report: Report): void {
  process.send?.(report);
}
