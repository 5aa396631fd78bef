/** Whether an operator allows a place that may lie inside: its host with this port, or with every port. */
export function isAllowedHost(allowedHosts: ReadonlySet<string>, host: string, port: string, protocol: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return allowedHosts.has(`${name}:${port || (protocol === 'http:' ? '80' : '443')}`) || allowedHosts.has(`${name}:*`);
}
