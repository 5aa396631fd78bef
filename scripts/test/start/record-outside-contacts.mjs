// Loaded before anything else by every Node process of a hub under test: notes each look-up of a name and each connection
// that leaves this machine in the file that OUTSIDE_CONTACTS names.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::)$/;
const note = (how, host) => {
  if (host && !loopback.test(String(host))) appendFileSync(process.env.OUTSIDE_CONTACTS, `${how} ${host}\n`);
};
const observe = (object, name, hostOf) => {
  const original = object[name];
  object[name] = function (...args) {
    note(name, hostOf(...args));
    return original.apply(this, args);
  };
};

for (const library of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(library).filter((each) => /^(lookup|resolve|reverse)/.test(each))) {
    if (typeof library[name] === 'function') observe(library, name, (host) => host);
  }
}
// By name, options, or the normalised array of both; a path is a socket on this machine.
observe(net.Socket.prototype, 'connect', (first, second) => {
  const target = Array.isArray(first) ? first[0] : first;
  if (typeof target === 'object') return target.path ? undefined : target.host;
  return typeof second === 'string' ? second : undefined;
});
observe(dgram.Socket.prototype, 'send', (...args) => args.find((argument, index) => index > 0 && typeof argument === 'string'));
syncBuiltinESMExports();
