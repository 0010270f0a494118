import type { JsonSchema } from '@throughline/records';
import { RISK_LEVELS, ROLES } from '@throughline/records';
import type { ChronologyItem, CorrectedView, DetailsView, FoundPerson, PersonView, RelationshipView, RetractedView } from '../../../api';
import { describedTypes } from '../../catalogue/described-types';
import { AFTER, CURSOR, json, LIMIT, moment, PARTNERSHIP, path, query, type Route } from '../route';
import { count, instant, list, oneOf, orNull, pageOf, ref, shape, text, yesNo } from '../schema';

const PERSON = path('id', "A person's id, of whatever day, or any of their references.", 'housing:N-1042');

const day = (description?: string): JsonSchema => text(description, { format: 'date' });

/** A type's whole name and its short one. */
const TYPE_NAMES = describedTypes.flatMap(({ type, short }) => [short, type]);

type Marac = PersonView['marac'];

export const peopleSchemas: Readonly<Record<string, JsonSchema>> = {
  FoundPerson: shape<FoundPerson>({
    id: text('Give it to /v1/people/{id}.'),
    refs: list(text(), 'Every reference that the hub holds to be this person.'),
    name: orNull(text()),
    dateOfBirth: orNull(text('YYYY-MM-DD, YYYY-MM or YYYY.')),
    score: { type: 'number', minimum: 0, maximum: 1, description: 'How surely it is who was looked for.' },
  }),
  FoundPeople: shape<{ items: unknown; next: null }>({ items: list(ref('FoundPerson')), next: { type: 'null' } }),
  Details: shape<DetailsView>(
    { agency: text('The code of the agency that holds this.'), recordedAt: instant() },
    { open: true, description: 'The fields of details, as one agency holds them now. A sealed address is [sealed].' },
  ),
  StatedRelationship: shape<RelationshipView>({
    kind: text(),
    from: text(),
    to: text(),
    person: text("The other person's id."),
    since: orNull(day()),
    until: orNull(day()),
    inContact: { type: ['boolean', 'null'] },
    agency: text('Who said so last.'),
  }),
  PersonPage: shape<PersonView>({
    id: text(),
    partnership: text(),
    asAt: instant('The moment that all of this is of.'),
    refs: list(text()),
    name: orNull(text()),
    dateOfBirth: orNull(text()),
    details: list(ref('Details')),
    discrepancies: list(
      shape<PersonView['discrepancies'][number]>({
        field: oneOf(['name', 'dateOfBirth', 'sex']),
        values: list(shape<{ agency: string; value: string }>({ agency: text(), value: text() })),
      }),
      'Where agencies disagree about who this is.',
    ),
    relationships: list(ref('StatedRelationship')),
    riskLevel: orNull(oneOf(RISK_LEVELS)),
    flags: list(
      shape<PersonView['flags'][number]>({ flag: text(), agency: text(), placedAt: instant(), expiresOn: orNull(day()) }),
      'Police flags that stand.',
    ),
    leadAgency: orNull(text('The code of the agency that leads.')),
    involvedAgencies: list(shape<PersonView['involvedAgencies'][number]>({ agency: text(), since: instant() })),
    protectionOrders: list(
      shape<PersonView['protectionOrders'][number]>({
        orderId: text(),
        order: text(),
        status: text(),
        protects: list(text('A reference, or [sealed].')),
        against: text('A reference, or [sealed].'),
        startsOn: orNull(day()),
        expiresOn: orNull(day()),
        inForce: yesNo('Granted, begun and not yet ended.'),
        agency: text(),
      }),
    ),
    marac: shape<Marac>({
      timesHeard: count('Meetings of this partnership that heard the case.'),
      lastHeardOn: orNull(day()),
      markerUntil: orNull(day('The last day of the twelve months after the last hearing.')),
      transfers: list(
        shape<Marac['transfers'][number]>({
          direction: oneOf(['received', 'requested']),
          partnership: orNull(text('The code of the other partnership.')),
          area: orNull(text('Where no partnership is named: the area without the hub that the case goes to, or [sealed].')),
          timesHeard: count('Where it comes from.'),
          at: instant(),
        }),
      ),
    }),
    incidentsByYear: { type: 'object', propertyNames: { pattern: '^[0-9]{4}$' }, additionalProperties: count() },
    openAlerts: list(ref('Alert'), "Your agency's alerts about this person that are open; an auditor's all."),
  }),
  RecordKey: shape<{ source: string; id: string }>({ source: text(), id: text() }),
  ShownRecord: {
    type: 'object',
    description: 'The record as far as you may see it: what you may not is [sealed], what was erased is [erased].',
    properties: {
      specversion: { const: '1.0' },
      id: text(),
      source: text(),
      type: text(),
      subject: text(),
      time: instant(),
      recordedtime: instant(),
      partnership: text(),
      datacontenttype: { const: 'application/json' },
      data: { type: 'object', properties: { people: list(shape<{ role: string }>({ role: oneOf(ROLES) }, { open: true })) } },
    },
    required: ['specversion', 'id', 'source', 'type', 'time', 'recordedtime', 'partnership'],
  },
  Entry: shape<ChronologyItem>({
    position: text('Of the record in the log.'),
    type: text(),
    occurredAt: instant(),
    recordedAt: instant(),
    agency: text(),
    summary: text('One plain phrase, without names.'),
    record: ref('ShownRecord'),
    corrected: orNull(
      shape<CorrectedView>(
        {
          by: ref('RecordKey'),
          at: instant(),
          reason: { type: ['string', 'null'] },
          replacement: { description: 'The corrected data, as far as you may see it.', type: ['object', 'string', 'null'] },
          time: instant('The corrected time of what happened.'),
        },
        { optional: ['time'] },
      ),
    ),
    retracted: orNull(shape<RetractedView>({ by: ref('RecordKey'), at: instant(), reason: text() })),
    alerts: list(text(), 'The ids of the alerts that this record raised.'),
  }),
  Chronology: pageOf(ref('Entry')),
};

export const peopleRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/people',
    id: 'findPeople',
    group: 'Reading',
    summary: 'Find a person by reference, NHS number, name or postcode',
    description: 'Give at least one of ref, nhsNumber, name and postcode. Who may not be read about is as if they were not there.',
    for: 'signed-in',
    parameters: [
      query('ref', 'A reference, {agency code}:{local id}.'),
      query('name', 'Given and family name, or the family name alone; a date of birth beside it narrows.'),
      query('dateOfBirth', 'Beside a name, YYYY-MM-DD.', { type: 'string', format: 'date' }),
      query('nhsNumber', 'Ten digits.'),
      query('postcode', 'Where they live; beside the others it raises or lowers the score.'),
      PARTNERSHIP,
      LIMIT,
      AFTER,
    ],
    answers: { 200: json('Who fits, the surest first.', ref('FoundPeople')) },
    problems: [400, 403, 422],
  },
  {
    method: 'get',
    path: '/v1/people/{id}',
    id: 'showPerson',
    group: 'Reading',
    summary: "A person's page: what all agencies hold",
    for: 'signed-in',
    parameters: [PERSON, moment('asAt', 'What the hub held at that log time. 404 before it knew of the person.'), PARTNERSHIP, AFTER],
    answers: { 200: json('The person.', ref('PersonPage')) },
    problems: [400, 403, 404, 422],
  },
  {
    method: 'get',
    path: '/v1/people/{id}/chronology',
    id: 'showChronology',
    group: 'Reading',
    summary: "A person's or a household's records in order, from all agencies",
    for: 'signed-in',
    parameters: [
      PERSON,
      moment('from', 'What happened from here on.'),
      moment('to', 'What happened up to here.'),
      {
        ...query('type', 'Types of the catalogue by their whole or short names, repeated or with commas between.', list(oneOf(TYPE_NAMES))),
        style: 'form',
        explode: false,
      },
      {
        ...query(
          'agency',
          'Codes of agencies, repeated or with commas between.',
          list(text(undefined, { pattern: '^[a-z][a-z0-9-]{0,62}$' })),
        ),
        style: 'form',
        explode: false,
      },
      query('household', 'Of the whole household.', { type: 'string', enum: ['true', 'false'], default: 'false' }),
      moment('asAt', 'What the hub held at that log time.'),
      query('knownTo', 'Narrowed to what the agency of this code knew by then.'),
      query('order', 'Oldest first, or newest first.', { type: 'string', enum: ['asc', 'desc'], default: 'asc' }),
      PARTNERSHIP,
      LIMIT,
      CURSOR,
      AFTER,
    ],
    answers: { 200: json('A page of the chronology.', ref('Chronology')) },
    problems: [400, 403, 404, 422],
  },
];
