import { type Adapter, type ClientMetadata, Provider, errors, interactionPolicy } from 'oidc-provider';
import { clientKeys, providerKeys } from './keys';
import { joinedAgencies } from './joined';
import { AGENCY_SCOPES, type DemoPerson, type Members, readMembers, readPeople } from './members';
import { Memory } from './memory';
import { problemPage } from './pages';
import { type ProviderSettings } from './settings';

const HOUR = 3_600;
const WORKING_DAY = 8 * HOUR;

const originOf = (issuer: string): string => new URL(issuer).origin;

/** A client as it authenticates this time: by its secret, or by a key where it has registered one and shows it. */
const systemMetadata = (id: string, dataDir: string): ClientMetadata => {
  const shown: unknown = Provider.ctx?.oidc.params?.client_assertion;
  const jwks = shown === undefined ? undefined : clientKeys(dataDir, id);
  return {
    client_id: id,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    ...(jwks === undefined
      ? { client_secret: `demo-${id}`, token_endpoint_auth_method: 'client_secret_basic' }
      : { jwks: { keys: [...jwks.keys] }, token_endpoint_auth_method: 'private_key_jwt' }),
  };
};

const portalMetadata = ({ portal }: ProviderSettings): ClientMetadata => ({
  client_id: portal.id,
  client_secret: portal.secret,
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: [...portal.redirectUris],
  require_auth_time: true,
});

const clientFinder =
  (settings: ProviderSettings, { clients }: Members) =>
  (id: string): Promise<ClientMetadata | undefined> => {
    if (id === settings.portal.id) return Promise.resolve(portalMetadata(settings));
    const isKnown = clients.some((client) => client.id === id) || joinedAgencies(settings.dataDir).includes(id);
    return Promise.resolve(isKnown ? systemMetadata(id, settings.dataDir) : undefined);
  };

/** A person is chosen at every sign-in: the demo is tried in many roles, and a fresh sign-in is what some actions ask for. */
const choosingEachTime = () => {
  const policy = interactionPolicy.base();
  const always = new interactionPolicy.Check('choose', 'a person is chosen at every sign-in', (context) =>
    context.oidc.result?.login === undefined ? interactionPolicy.Check.REQUEST_PROMPT : interactionPolicy.Check.NO_NEED_TO_PROMPT,
  );
  policy.get('login')?.checks.add(always);
  return policy;
};

const resourcesOf = (issuer: string, { clients }: Members) => {
  const origin = originOf(issuer);
  const scopesOf = (id: string): string => (clients.find((client) => client.id === id)?.scopes ?? AGENCY_SCOPES).join(' ');
  return {
    enabled: true,
    /** A system's token is for the hub, and a request that names no scope asks for all that the client has. */
    defaultResource: (context: NonNullable<typeof Provider.ctx>, client: { clientId: string }): string | undefined => {
      const { params } = context.oidc;
      if (params?.grant_type !== 'client_credentials') return undefined;
      params.scope ??= scopesOf(client.clientId);
      return origin;
    },
    getResourceServerInfo: (_context: unknown, resource: string, client: { clientId: string }) => {
      if (resource !== origin) throw new errors.InvalidTarget();
      return {
        scope: scopesOf(client.clientId),
        audience: origin,
        accessTokenFormat: 'jwt' as const,
        accessTokenTTL: HOUR,
        jwt: { sign: { alg: 'RS256' as const } },
      };
    },
  };
};

/** Reads the files, makes or reads the keys, and answers the provider with the people who can sign in. */
export const createProvider = async (
  settings: ProviderSettings,
): Promise<{ readonly provider: Provider; readonly people: readonly DemoPerson[] }> => {
  const members = readMembers(settings.partnershipsFile);
  const people = readPeople(settings.peopleFile, members);
  const keys = await providerKeys(settings.dataDir);
  const memory = new Memory();
  const findClient = clientFinder(settings, members);
  const adapter = (model: string): Adapter => (model === 'Client' ? { ...memory.of(model), find: findClient } : memory.of(model));

  const provider: Provider = new Provider(settings.issuer, {
    adapter,
    jwks: { keys: [...keys.jwks.keys] },
    cookies: {
      keys: [...keys.cookies],
      short: { path: new URL(settings.issuer).pathname },
      long: { path: new URL(settings.issuer).pathname },
    },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'name', 'agency', 'role', 'title', 'partnership'] },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: resourcesOf(settings.issuer, members),
    },
    interactions: {
      policy: choosingEachTime(),
      url: (_context, interaction) => `${new URL(settings.issuer).pathname}/sign-in/${interaction.uid}`,
    },
    ttl: { AccessToken: HOUR, ClientCredentials: HOUR, IdToken: HOUR, Interaction: HOUR, Session: WORKING_DAY, Grant: WORKING_DAY },
    findAccount: (_context, id) => {
      const person = people.find((one) => one.id === id);
      if (person === undefined) return undefined;
      const { name, agency, role, title, partnership } = person;
      return { accountId: id, claims: () => ({ sub: id, name, agency, role, title, partnership }) };
    },
    /** The portal is the hub's own: nobody is asked whether it may know who they are. */
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = problemPage(out.error, originOf(settings.issuer));
    },
  });
  return { provider, people };
};
