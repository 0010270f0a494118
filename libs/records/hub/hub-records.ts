/** Records that the hub writes itself (contract.md, section 1), so that the log alone tells everything. Their source is `/hub`. */
export const HUB_SOURCE = '/hub';

export const hubTypes = {
  settingsChanged: 'throughline.hub.settings-changed.v1',
  clockStarted: 'throughline.hub.clock-started.v1',
  clockTicked: 'throughline.hub.clock-ticked.v1',
  alertAcknowledged: 'throughline.hub.alert-acknowledged.v1',
  alertClosed: 'throughline.hub.alert-closed.v1',
  exported: 'throughline.hub.exported.v1',
  outcomesDerived: 'throughline.hub.outcomes-derived.v1',
  recordSetAside: 'throughline.hub.record-set-aside.v1',
  recordRedriven: 'throughline.hub.record-redriven.v1',
  engineChanged: 'throughline.hub.engine-changed.v1',
} as const;

export type HubType = (typeof hubTypes)[keyof typeof hubTypes];

/** A partnership's settings, whole, with the number that they carry from here on. */
export interface SettingsChanged {
  readonly number: number;
  readonly settings: unknown;
}

/** Somebody of the addressed agency has seen an alert. */
export interface AlertAcknowledged {
  readonly alert: string;
  readonly about: string;
  readonly agency: string;
  /** Who: the subject of their sign-in, never a name. */
  readonly by: string;
}

/** Somebody of the addressed agency has closed an alert, and said why; both texts are sealed under the person's key. */
export interface AlertClosed extends AlertAcknowledged {
  readonly outcome: string;
  readonly justification: string;
}

/** What the engine derived from a stretch of the log; every outcome names the moment at which it took effect. */
export interface OutcomesDerived {
  readonly engine: string;
  readonly outcomes: readonly unknown[];
}

export interface RecordSetAside {
  readonly position: number;
  readonly reason: string;
}

export interface RecordRedriven {
  readonly position: number;
  readonly by: string;
}

/** From here on another engine judges; what was derived up to `until` stays as the log tells it. */
export interface EngineChanged {
  readonly engine: string;
  /** The last position that the former engine had judged. */
  readonly until: number;
}

const HUB_TYPES: ReadonlySet<string> = new Set(Object.values(hubTypes));

export const isHubType = (type: string): type is HubType => HUB_TYPES.has(type);

/** The texts of a hub record, sealed under the person whom it is about. */
const TEXTS = ['outcome', 'justification'] as const;

type Data = Readonly<Record<string, unknown>>;

/** How a hub record comes apart by whose it is: the two texts of a closing belong to the person whom the alert is about. */
export const hubAnatomy = {
  seal: (data: Data): { readonly open: Data; readonly parts: ReadonlyMap<string, Data> } => {
    const texts = TEXTS.filter((name) => typeof data[name] === 'string');
    const { about } = data;
    if (texts.length === 0 || typeof about !== 'string') return { open: data, parts: new Map() };
    return {
      open: { ...data, ...Object.fromEntries(texts.map((name) => [name, '[sealed]'])) },
      parts: new Map([[about, Object.fromEntries(texts.map((name) => [`/${name}`, data[name]]))]]),
    };
  },
  mapRefs: (data: Data): Data => data,
  unseal: (open: Data, parts: ReadonlyMap<string, Data>): Data => {
    const opened: Record<string, unknown> = { ...open };
    for (const values of parts.values()) for (const [pointer, value] of Object.entries(values)) opened[pointer.slice(1)] = value;
    return opened;
  },
};
