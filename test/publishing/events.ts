/** A record as its agency sends it. */
export interface Event {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

let count = 0;

const nextId = (): string => `r-${String((count += 1))}`;

/** A police incident with a mother and a child, whose names and story must be readable nowhere. */
export const incident = (changes: Partial<Event> = {}, data: Readonly<Record<string, unknown>> = {}): Event => {
  const id = nextId();
  return {
    specversion: '1.0',
    id,
    source: '/agencies/police',
    type: 'throughline.police.incident-recorded.v1',
    subject: 'police:N-1042',
    time: '2024-03-04T10:00:00Z',
    datacontenttype: 'application/json',
    data: {
      people: [
        { ref: 'police:N-1042', role: 'victim', details: { given: 'Marigold', family: 'Quillfeather', dateOfBirth: '1984-03-09' } },
        { ref: 'police:N-1050', role: 'child' },
      ],
      incidentNumber: `police-${id}`,
      nature: ['physical'],
      narrative: 'Heard shouting behind the green door of Larkspur Mews',
      ...data,
    },
    ...changes,
  };
};

/** An incident with somebody of whom there is no other record. */
export const stranger = (narrative: unknown): Event => {
  const ref = `police:S-${nextId()}`;
  return incident({ subject: ref }, { people: [{ ref, role: 'victim' }], ...(typeof narrative === 'string' ? { narrative } : {}) });
};

/** A correction of a record of the police. */
export const correctionOf = (corrected: Event, replacement: unknown, changes: Partial<Event> = {}): Event => ({
  ...incident(),
  type: 'throughline.record.corrected.v1',
  data: {
    people: corrected.data['people'],
    corrects: { source: corrected.source, id: corrected.id },
    reason: 'A clerk mistyped it',
    replacement,
  },
  ...changes,
});

export const retractionOf = (retracted: Pick<Event, 'source' | 'id'>, changes: Partial<Event> = {}): Event => ({
  ...incident(),
  type: 'throughline.record.retracted.v1',
  data: {
    people: [{ ref: 'police:N-1042', role: 'victim' }],
    retracts: { source: retracted.source, id: retracted.id },
    reason: 'wrong-person',
  },
  ...changes,
});
