import {
  type CommonData,
  courtCaseConcluded,
  deathRecorded,
  flagPlaced,
  flagRemoved,
  homelessnessApplicationMade,
  homelessnessDecided,
  investigationOutcomeRecorded,
  meetingHeld,
  perpetratorProgrammeUpdated,
  personPosingRiskAssessed,
  type ProtectionOrder,
  protectionOrderRecorded,
  type RecordType,
  releaseRecorded,
  safetyPlanAgreed,
  strategyDiscussionHeld,
} from '@throughline/records';
import type { Name } from './cast';
import { refOf, type Told, write, type Written } from './written';

type Own<Data> = Omit<Data, keyof CommonData>;
type More<Data> = Told & Partial<Own<Data>> & Partial<Pick<CommonData, 'domesticAbuse'>>;

/** A builder of one type's records: its agency, and what they say unless a story says otherwise. */
const telling =
  <Data extends CommonData>(definition: RecordType<Data>, agency: string) =>
  (usual: (when: string) => Own<Data>, about: Told = {}) =>
  (when: string, more: More<Data> = {}): Written => {
    const { by, people, subject, relationships, recorded, ...data } = { ...about, ...more };
    const told = Object.fromEntries(
      Object.entries({ by, people, subject, relationships, recorded }).filter(([, value]) => value !== undefined),
    );
    return write(definition, agency, when, told, { ...usual(when), ...data } as Own<Data>);
  };

const both: Told = { people: ['mother', 'ex-partner'] };
const him: Told = { people: ['ex-partner'] };

export const release = telling(releaseRecorded, 'probation')(() => ({ basis: 'licence' }), him);
export const programme = telling(perpetratorProgrammeUpdated, 'change')(
  () => ({ programme: 'Better Relationships', status: 'missed' }),
  him,
);
export const concluded = telling(courtCaseConcluded, 'police')(() => ({ outcome: 'Guilty plea' }), both);
export const death = telling(deathRecorded, 'police')((when) => ({ diedOn: when.slice(0, 10), manner: 'suspected-suicide' }));
export const flag = telling(flagPlaced, 'police')(() => ({ flag: 'address-marker' }));
export const flagGone = telling(flagRemoved, 'police')(() => ({ flag: 'address-marker' }));
export const outcome = telling(
  investigationOutcomeRecorded,
  'police',
)(() => ({ incidentNumber: 'police-i-1', outcome: 'no-further-action' }));
export const charge = telling(investigationOutcomeRecorded, 'police')(() => ({ incidentNumber: 'police-i-1', outcome: 'charged' }), both);
export const application = telling(homelessnessApplicationMade, 'housing')(() => ({ reason: 'domestic-abuse' }));
export const housingDecision = telling(homelessnessDecided, 'housing')(() => ({ priorityNeed: false }));
export const plan = telling(safetyPlanAgreed, 'idva')(() => ({ planId: 'idva-p-1', actions: [] }));
export const theirAssessment = telling(personPosingRiskAssessed, 'probation')(() => ({ level: 'high', contributors: [] }), him);
export const professionalsMeeting = telling(meetingHeld, 'csc')(() => ({ kind: 'professionals', invited: [], attended: [], actions: [] }));
export const strategy = telling(
  strategyDiscussionHeld,
  'csc',
)((when) => ({
  requestedOn: when.slice(0, 10),
  heldOn: when.slice(0, 10),
  invited: [],
  attended: [],
  plan: [],
  outcome: 'section-47',
}));

interface OrderTold extends Told {
  readonly orderId?: string;
  readonly order?: ProtectionOrder;
  readonly status?: 'applied' | 'granted' | 'refused' | 'discharged';
  readonly protects?: readonly Name[];
  readonly against?: Name;
  readonly expiresOn?: string;
}

/** An order that protects the mother from her former partner, unless the story says otherwise. */
export const order = (when: string, more: OrderTold = {}): Written => {
  const {
    orderId = 'police-o-1',
    order: kind = 'non-molestation',
    status = 'granted',
    protects = ['mother'],
    against = 'ex-partner',
    ...rest
  } = more;
  const { expiresOn, ...told } = rest;
  const by = told.by ?? 'police';
  return write(
    protectionOrderRecorded,
    by,
    when,
    { people: [...protects, against], ...told },
    {
      orderId,
      order: kind,
      status,
      protects: protects.map((name) => refOf(by, name)),
      against: refOf(by, against),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    },
  );
};
