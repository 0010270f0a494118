/** What the hub tells its identity provider at the start. */
export interface ProviderSettings {
  /** `{origin}/idp`: what tokens name as their issuer, and where the provider's addresses begin. */
  readonly issuer: string;
  /** The folder of its keys, which make tokens valid beyond a restart. */
  readonly dataDir: string;
  readonly partnershipsFile: string;
  readonly peopleFile: string;
  /** The portal as a client: its secret, and where people come back to after signing in. */
  readonly portal: { readonly id: string; readonly secret: string; readonly redirectUris: readonly string[] };
  /** The port to listen on; 0 is any. */
  readonly port: number;
}

export const parseSettings = (text: string): ProviderSettings => JSON.parse(text) as ProviderSettings;
