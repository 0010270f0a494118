/** Words that name a person or a place, planted in records and looked for everywhere that is no key. */
export const CANARIES = {
  given: 'Zephyrina',
  family: 'Quillfeather',
  otherName: 'Marzipola',
  address: 'Larkspurgate',
  postcode: 'ZE3QUIN 9QKX',
  phone: '+447700900987',
  nhsNumber: '9434765919',
  pncId: '2002/0073319Z',
  narrative: 'shouting behind the heliotrope door',
  view: 'she said the wisteria was cut',
  barrier: 'her telephone is watched by Bartholomeus',
  reason: 'a quincunx of bruises',
  victim: 'LOCAL-7741-VICTIM',
  child: 'LOCAL-7741-CHILD',
  other: 'LOCAL-7741-OTHER',
} as const;

const person = (agency: string, local: string, role: string, details?: object) => ({
  ref: `${agency}:${local}`,
  role,
  ...(details === undefined ? {} : { details }),
});

const details = {
  given: CANARIES.given,
  family: CANARIES.family,
  otherNames: [CANARIES.otherName],
  dateOfBirth: '1984-03-09',
  nhsNumber: CANARIES.nhsNumber,
  pncId: CANARIES.pncId,
  phone: CANARIES.phone,
  address: { lines: [`1 ${CANARIES.address}`], postcode: CANARIES.postcode, sensitive: true },
};

const record = (agency: string, id: string, type: string, data: object) => ({
  specversion: '1.0',
  id,
  source: `/agencies/${agency}`,
  type: `throughline.${type}.v1`,
  subject: `${agency}:${CANARIES.victim}`,
  time: '2024-03-04T10:00:00Z',
  data: {
    people: [
      person(agency, CANARIES.victim, 'victim', details),
      person(agency, CANARIES.child, 'child', { given: CANARIES.otherName, family: CANARIES.family, dateOfBirth: '2015-01-02' }),
      person(agency, CANARIES.other, 'person-posing-risk'),
    ],
    ...data,
  },
});

const incident = (id: string) =>
  record('police', id, 'police.incident-recorded', {
    relationships: [{ from: `police:${CANARIES.victim}`, to: `police:${CANARIES.child}`, kind: 'parent-of' }],
    incidentNumber: 'i-1',
    nature: ['physical'],
    narrative: `There was ${CANARIES.narrative}`,
  });

/** What agencies publish: names, addresses, numbers and stories in every kind of place, and references that are names themselves. */
export const planted: readonly { readonly client: string; readonly record: Readonly<Record<string, unknown>> }[] = [
  { client: 'police', record: incident('c-1') },
  { client: 'csc', record: record('csc', 'c-2', 'coordination.view-given', { view: CANARIES.view }) },
  {
    client: 'idva',
    record: record('idva', 'c-3', 'engagement.contact-recorded', { service: 'idva', outcome: 'no-answer', barriers: CANARIES.barrier }),
  },
  {
    client: 'housing',
    record: record('housing', 'c-4', 'referral.made', {
      referralId: 'r-1',
      service: 'sanctuary',
      reason: CANARIES.reason,
      sharingBasis: 'public-task',
    }),
  },
  {
    client: 'housing',
    record: record('housing', 'c-5', 'housing.tenancy-started', {
      tenancyId: 't-1',
      reason: 'rehoused-domestic-abuse',
      address: details.address,
      startedOn: '2024-03-04',
    }),
  },
  {
    client: 'police',
    record: record('police', 'c-6', 'record.corrected', {
      corrects: { source: '/agencies/police', id: 'c-1' },
      reason: `Not the door: ${CANARIES.narrative}`,
      replacement: { ...incident('c-1').data, narrative: `After all there was ${CANARIES.narrative}` },
    }),
  },
  {
    client: 'police',
    record: record('police', 'c-7', 'record.retracted', { retracts: { source: '/agencies/police', id: 'c-1' }, reason: 'inaccurate' }),
  },
];

/** Faulty ones: what is refused must not be told to the hub's own log either. */
export const refused: readonly Readonly<Record<string, unknown>>[] = [
  { ...incident('c-8'), type: `throughline.police.${CANARIES.family}.v1` },
  { ...incident('c-9'), [CANARIES.family.toLowerCase()]: CANARIES.narrative, time: CANARIES.given },
  { ...incident('c-10'), data: { ...incident('c-10').data, [CANARIES.family]: CANARIES.narrative, nature: [CANARIES.narrative] } },
];
