export {
  type IdentityProvider,
  IdentityProviderNotStarted,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './identity-provider';
export { type DemoPerson, IdentityFileInvalid, type Members, type Place, type SystemClient, readMembers, readPeople } from './members';
export { proxyTo } from './proxy';
