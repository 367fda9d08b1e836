import type { FastifyRequest } from 'fastify';
import { BlockList, isIPv6 } from 'node:net';

/** Of a caller who has hung up the connection says no address any more, whatever the types say. */
interface Caller {
  readonly ip: FastifyRequest['ip'] | undefined;
}

/**
 * Where a request comes from, as far as trusted proxies say. Of IPv6 the network: one subscriber has 2^64 addresses to
 * choose from.
 */
export function addressOf({ ip }: Caller): string {
  const address = plain(ip);
  return isIPv6(address) ? `${groupsOf(address, 4)}::/64` : address;
}

/** Of IPv6 the site, which providers give away whole and for nothing: 65,536 networks. Of IPv4 the address. */
export function networkOf({ ip }: Caller): string {
  const address = plain(ip);
  return isIPv6(address) ? `${groupsOf(address, 3)}::/48` : address;
}

/** Of this machine or a network that is not reached from outside (RFC 1918, RFC 4193): containers, and proxies in front. */
const house = new BlockList();
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  house.addSubnet(net, prefix, 'ipv4');
house.addAddress('::1', 'ipv6');
house.addSubnet('fc00::', 7, 'ipv6');

/** Whether a request comes from beside this process, as that of the pages does, and not from outside. */
export function isOfThisHouse({ ip }: Caller): boolean {
  const address = plain(ip);
  return house.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** All who are gone count as one, to whom no answer goes: the unspecified address (RFC 1122, 3.2.1.3). */
function plain(ip = '0.0.0.0'): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

function groupsOf(address: string, count: number): string {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail ?? '')];
  return all
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
