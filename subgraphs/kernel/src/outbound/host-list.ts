/** As hosts stand in addresses: IPv6 in brackets. */
const host = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]):(\d{1,5}|\*)$/;

/** The hosts of a setting, parted by commas, each with its port: 443 where none is named, and `*` for every one. */
export function hostList(text: string): string[] {
  return text.split(',').map((each) => each.trim().toLowerCase()).filter((each) => each !== '').map((each) => withPort(each, '443'));
}

/** A host with its port. @param port where it names none */
export function withPort(each: string, port: string): string {
  return /:(\d+|\*)$/.test(each.replace(/^\[.*\]/, '')) ? each : `${each}:${port}`;
}

/** Whether all of a list are hosts with ports. */
export function areHosts(hosts: readonly string[]): boolean {
  return hosts.every((each) => host.test(each));
}
