import type { JsonSchema } from '@throughline/records';
import { NATURES_OF_ABUSE, RISK_LEVELS } from '@throughline/records';
import type { CaseSummary, CaseSummaryAsked, ExportedCaseSummary, IncidentReport, MaracActionShown, Withheld } from '../../../api';
import { json, type Route } from '../route';
import { count, instant, list, oneOf, orNull, ref, shape, text, yesNo } from '../schema';

const day = (description?: string): JsonSchema => text(description, { format: 'date' });
const agency = text('The name of the agency that recorded it, or what it is where its name would tell a place.');
const posedBy = list(text(), 'Who posed the risk, by that role alone.');

const given = (description: string, maxLength: number): JsonSchema =>
  text(description, { minLength: 1, maxLength, pattern: String.raw`^[^\u0000]*[^\s\u0000][^\u0000]*$` });

type Part<Name extends 'orders' | 'breaches' | 'outcomes' | 'conclusions' | 'incidents'> = CaseSummary[Name][number];
type Assessment = CaseSummary['risk']['assessments'][number];
type Hearing = CaseSummary['marac']['hearings'][number];

export const exportSchemas: Readonly<Record<string, JsonSchema>> = {
  CaseSummaryAsked: shape<CaseSummaryAsked>({
    partnership: given('The code of the partnership.', 63),
    person: given("The person's id, of whatever day, or any of their references.", 128),
    recipient: given('The one to whom it is addressed.', 200),
  }),
  CaseSummary: shape<CaseSummary>(
    {
      partnership: text(),
      person: text("The person's id."),
      name: orNull(text()),
      dateOfBirth: orNull(text('YYYY-MM-DD, YYYY-MM or YYYY.')),
      recipient: text(),
      madeAt: instant(),
      upTo: text('The position of the last record that it holds.'),
      risk: shape<CaseSummary['risk']>({
        level: orNull(oneOf(RISK_LEVELS, 'The level now.')),
        assessments: list(
          shape<Assessment>({
            on: day(),
            agency,
            tool: text(),
            level: oneOf(RISK_LEVELS),
            ticks: orNull(count()),
            outOf: orNull(count()),
          }),
        ),
      }),
      incidents: list(
        shape<Part<'incidents'>>({
          on: day(),
          reports: list(
            shape<IncidentReport>({
              agency,
              incidentNumber: orNull(text()),
              nature: list(oneOf(NATURES_OF_ABUSE)),
              summary: text('One plain phrase, without names.'),
              posedBy,
            }),
          ),
        }),
      ),
      marac: shape<CaseSummary['marac']>({
        timesHeard: count('Meetings of this partnership that heard the case.'),
        timesHeardElsewhere: count('In other areas, as transfers tell.'),
        hearings: list(
          shape<Hearing>({
            on: day(),
            level: oneOf(RISK_LEVELS),
            actions: list(
              shape<MaracActionShown>({
                what: orNull(text('Null where it is about somebody else.')),
                who: orNull(text('An agency.')),
                by: orNull(day()),
                doneOn: orNull(day()),
              }),
            ),
          }),
        ),
      }),
      orders: list(
        shape<Part<'orders'>>({
          order: text(),
          status: text(),
          against: text('By role alone.'),
          startsOn: orNull(day()),
          expiresOn: orNull(day()),
          inForce: yesNo(),
          agency,
        }),
      ),
      breaches: list(shape<Part<'breaches'>>({ on: day(), agency, order: text(), posedBy })),
      outcomes: list(
        shape<Part<'outcomes'>>({ on: day(), agency, incidentNumber: text(), outcome: text(), posedBy }),
        'How police ended their investigations, charges among them.',
      ),
      conclusions: list(shape<Part<'conclusions'>>({ on: day(), agency, outcome: orNull(text()) }), 'How cases ended in court.'),
      withheld: list(
        shape<Withheld>({ what: text(), code: text('The law.') }),
        'What is left out of every case summary, and by which law.',
      ),
    },
    { description: "A victim's case for the prosecutor, each list in order of happening. Other people are named by their roles alone." },
  ),
  ExportedCaseSummary: shape<ExportedCaseSummary>({
    position: text('Where the log says that it was exported.'),
    summary: ref('CaseSummary'),
    document: text('The same for people to read: Markdown.'),
  }),
};

export const exportRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/exports/case-summary',
    id: 'exportCaseSummary',
    group: 'Exporting',
    summary: "Export a victim's case summary for one named recipient",
    description:
      'It answers the alert that the court lacks it, as far as nothing has come in meanwhile that it does not hold. Nothing in it tells an address, or who anybody else is.',
    for: ['operate', 'audit:read'],
    body: {
      required: true,
      content: {
        'application/json': {
          schema: ref('CaseSummaryAsked'),
          example: { partnership: 'northgate', person: 'police:N-1042', recipient: 'J. Okoro, Crown Prosecution Service' },
        },
      },
    },
    answers: { 200: json('The summary; the log has it that it was exported.', ref('ExportedCaseSummary')) },
    problems: [400, 404, 413, 415, 422],
  },
];
