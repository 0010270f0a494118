export { demoToken } from './demo-token';
export { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from './identity-provider';
export { type DemoPerson } from './members';
export { proxyTo } from './proxy';
export { tellAgencies } from './joined';
