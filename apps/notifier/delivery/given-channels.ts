import { faultOfWebhookUrl } from '@throughline/alerts';
import { Problem, type ProblemItem } from '@throughline/platform';
import { SERVICES } from '@throughline/records';

/** The token under which the module says whether a webhook may be on this machine. */
export const ALLOW_LOOPBACK = Symbol('allow loopback');

export interface AllowLoopback {
  readonly allowLoopback: boolean;
}

/** What an agency gives as its channels. */
export interface GivenChannels {
  readonly mail: readonly { readonly address: string; readonly service: string | null }[];
  readonly webhook: { readonly url: string } | undefined;
}

const MOST_ADDRESSES = 50;

/** An address as mail servers take it, without comments, quotes or lists (RFC 5321, section 4.1.2). */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pointerTo = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const unknownIn = (value: Readonly<Record<string, unknown>>, known: readonly string[], at: string): readonly ProblemItem[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ pointer: `${at}/${pointerTo(name)}`, detail: 'is not known here' }));

/** Reads what was sent. Fails with the 422 that lists every fault. */
export const readChannels = (body: unknown, rules: AllowLoopback): GivenChannels => {
  const faults: ProblemItem[] = [];
  const given = isObject(body) ? body : {};
  if (!isObject(body)) faults.push({ pointer: '', detail: 'must be an object' });
  faults.push(...unknownIn(given, ['mail', 'webhook'], ''));
  const list = given['mail'] ?? [];
  if (!Array.isArray(list) || list.length > MOST_ADDRESSES) {
    faults.push({ pointer: '/mail', detail: `must be a list of at most ${MOST_ADDRESSES} addresses` });
  }
  const mail = (Array.isArray(list) ? (list as readonly unknown[]) : []).map((each, place) => {
    const at = `/mail/${place}`;
    const { address, service = null } = isObject(each) ? each : {};
    if (isObject(each)) faults.push(...unknownIn(each, ['address', 'service'], at));
    const isAddress = typeof address === 'string' && address.length <= 254 && ADDRESS.test(address);
    if (!isAddress) faults.push({ pointer: `${at}/address`, detail: 'must be a mail address' });
    const known = service === null ? null : SERVICES.find((name) => name === service);
    if (known === undefined) faults.push({ pointer: `${at}/service`, detail: 'must be a service of the catalogue' });
    return { address: isAddress ? address : '', service: known ?? null };
  });
  const webhook = given['webhook'] ?? null;
  const url = isObject(webhook) ? webhook['url'] : undefined;
  if (isObject(webhook)) faults.push(...unknownIn(webhook, ['url'], '/webhook'));
  if (webhook !== null) {
    const fault = typeof url === 'string' ? faultOfWebhookUrl(url, rules) : 'is missing';
    if (fault !== undefined) faults.push({ pointer: '/webhook/url', detail: fault });
  }
  if (faults.length > 0) throw new Problem(422, 'the channels cannot be understood', faults);
  return { mail, webhook: typeof url === 'string' ? { url } : undefined };
};
