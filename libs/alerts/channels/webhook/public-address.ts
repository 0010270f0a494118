import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/**
 * Networks that are nobody's on the internet: IANA's special-purpose registries for IPv4 and, of what is handed out at all, for IPv6;
 * cloud metadata among them.
 */
const SPECIAL = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
] as const;

/** One list for each version: in one list every IPv4 address would lie in the network of those that are mapped into IPv6. */
interface Lists {
  readonly four: BlockList;
  readonly six: BlockList;
}

const listOf = (networks: readonly string[]): Lists => {
  const lists = { four: new BlockList(), six: new BlockList() };
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    if (address.includes(':')) lists.six.addSubnet(address, Number(prefix), 'ipv6');
    else lists.four.addSubnet(address, Number(prefix));
  }
  return lists;
};

const special = listOf(SPECIAL);
/** All of IPv6 that is handed out to be reached from everywhere (RFC 4291, section 2.4); what stands for IPv4 addresses lies outside, but for two. */
const handedOut = listOf(['0.0.0.0/0', '2000::/3']);
const loopback = listOf(['127.0.0.0/8', '::1/128']);

const isIn = (lists: Lists, address: string): boolean =>
  isIP(address) === 6 ? lists.six.check(address, 'ipv6') : lists.four.check(address);

/** Whether an address is one on the internet. IPv6 addresses that stand for IPv4 ones are not: they would be a way round. */
export const isPublic = (address: string): boolean => isIP(address) !== 0 && isIn(handedOut, address) && !isIn(special, address);

export const isLoopback = (address: string): boolean => isIP(address) !== 0 && isIn(loopback, address);

/** An address to connect to, and nothing else: what the name stands for a moment later does not matter. */
export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

const resolveByDns: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

export interface AddressRules {
  /** Lets loopback in, also without TLS; for tests on one machine alone. */
  readonly allowLoopback: boolean;
  /** Default the system's own. */
  readonly resolve?: Resolve;
}

/** Why an address may not be a webhook's, in words for whoever manages it; undefined where it may. What its name stands for is not asked. */
export const faultOfWebhookUrl = (text: string, { allowLoopback }: AddressRules): string | undefined => {
  if (!URL.canParse(text) || text.length > 2_000) return 'must be an absolute address';
  const { protocol, username, password, hostname, hash } = new URL(text);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isNamedOwn = /(?:^|\.)localhost\.?$/.test(host);
  const isOwn = allowLoopback && (isLoopback(host) || isNamedOwn);
  if (protocol !== 'https:' && !(isOwn && protocol === 'http:')) return 'must be an https address';
  if (username !== '' || password !== '') return 'must hold no user name and no password';
  if (hash !== '') return 'must have no fragment';
  if ((isNamedOwn || (isIP(host) !== 0 && !isPublic(host))) && !isOwn) return 'must be an address on the internet';
  return undefined;
};

/**
 * Where to connect for a host: nowhere if any address that it stands for is not public. That one of several is private is as suspect
 * as if all were.
 */
export const connectTo = async (
  hostname: string,
  { allowLoopback, resolve = resolveByDns }: AddressRules,
): Promise<readonly Resolved[]> => {
  const host = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(host);
  const found = version === 0 ? await resolve(host) : [{ address: host, family: version === 6 ? (6 as const) : (4 as const) }];
  const may = ({ address }: Resolved): boolean => isPublic(address) || (allowLoopback && isLoopback(address));
  return found.every(may) ? found : [];
};
