import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseSummary } from '../../apps/portal/api';
import type { Line } from '../../infra/bench/published';
import { type Ended, run } from '../publishing/command-line';
import { corrected, event, incident, nhsNumber, person } from './events';
import { ReadingHub } from './reading-hub';

interface Alert {
  readonly to: { readonly agency: string };
  readonly status: string;
  readonly reason: string;
  readonly raisedAt: string;
  readonly closedBy: { readonly source: string; readonly id: string } | null;
}

const HER = { given: 'Anna', family: 'Reed', dateOfBirth: '1988-04-12', nhsNumber: nhsNumber(70) };
const HOME = { lines: ['12 Long Row'], postcode: 'S1 2AB' };
const REFUGE = { lines: ['Fernhollow House'], postcode: 'S8 0AA', sensitive: true };
const her = (agency: string) => person(`${agency}:V-1`, 'victim', HER);
const him = (agency: string) => person(`${agency}:P-1`, 'person-posing-risk', { given: 'Liam', family: 'Hart', nhsNumber: nhsNumber(71) });
const child = person('police:C-1', 'child', { given: 'Josh', family: 'Reed', nhsNumber: nhsNumber(72) });
const neighbour = person('police:V-2', 'victim', { given: 'Sue', family: 'Marsh', nhsNumber: nhsNumber(73) });

const call = incident('2026-03-01T21:00:00Z', [her('police'), him('police'), neighbour, child], {
  incidentNumber: 'police-2026/7',
  nature: ['physical', 'threats'],
  narrative: 'Told at 12 Long Row, S1 2AB',
});
const charge = (time: string) =>
  event('police.investigation-outcome-recorded', time, [her('police'), him('police')], {
    incidentNumber: 'police-2026/7',
    outcome: 'charged',
  });
const breach = (time: string) =>
  event('justice.order-breached', time, [her('police'), him('police')], { order: 'non-molestation', breachedOn: time.slice(0, 10) });
const hearing = event('marac.case-heard', '2026-03-03T10:00:00Z', [her('marac'), him('marac')], {
  meetingOn: '2026-03-03',
  attended: ['police', 'idva'],
  level: 'high',
  actions: [
    {
      id: 'marac-a-1',
      what: 'Change the locks at 12 Long Row; tell Sue Marsh and Liam',
      who: 'housing',
      by: '2026-03-10',
      aimedAt: 'victim',
    },
    { id: 'marac-a-2', what: 'See Josh at school', who: 'Dawn Hill', aimedAt: 'child' },
  ],
});
const history: readonly Line[] = [
  call,
  event('person.details-recorded', '2026-03-01T22:00:00Z', [person('housing:V-1', 'victim', { ...HER, address: HOME })]),
  event('housing.safe-accommodation-placed', '2026-03-02T09:00:00Z', [person('haven:V-1', 'victim', HER)], {
    address: REFUGE,
    from: '2026-03-02',
  }),
  event('risk.assessment-completed', '2026-03-02T10:00:00Z', [her('idva'), him('idva')], {
    tool: 'dash-ric',
    level: 'high',
    ticks: 16,
    outOf: 24,
  }),
  event('justice.protection-order-recorded', '2026-03-02T11:00:00Z', [her('police'), him('police')], {
    ...{ orderId: 'police-o-1', order: 'non-molestation', status: 'granted', protects: ['police:V-1'], against: 'police:P-1' },
    expiresOn: '2026-12-01',
  }),
  event('abuse.disclosed', '2026-03-02T12:00:00Z', [person('gp:V-1', 'victim', HER)], { incidentOn: '2026-03-02', nature: ['threats'] }),
  hearing,
  event('marac.action-completed', '2026-03-03T15:00:00Z', [her('housing')], { actionId: 'marac-a-1' }),
];

describe('A case summary for the court', () => {
  let hub: ReadingHub;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-case-summary-'));
  const out = join(folder, 'summary.md');

  const throughline = (client: string, ...parameters: string[]): Promise<Ended> => {
    const secret = { THROUGHLINE_CLIENT_ID: client, THROUGHLINE_CLIENT_SECRET: `demo-${client}` };
    return run({ THROUGHLINE_URL: hub.origin, THROUGHLINE_ISSUER: hub.issuer, ...secret }, 'export', 'case-summary', ...parameters);
  };
  const exported = (...parameters: string[]): Promise<Ended> =>
    throughline('operator', '--partnership', 'northgate', '--person', 'police:V-1', '--recipient', 'J. Okoro, CPS', ...parameters);
  const alerts = async (): Promise<readonly Alert[]> => {
    const { body } = await hub.get('auditor', '/v1/alerts?safeguard=court-summary-incomplete&person=police:V-1');
    return body['items'] as readonly Alert[];
  };
  const happens = async (...events: readonly Line[]): Promise<void> => {
    await hub.publish(events);
    await hub.settle();
  };
  const chronology = async (query = ''): Promise<unknown> =>
    (await hub.get('auditor', `/v1/people/police:V-1/chronology?limit=200${query}`)).body;
  const partnership = async () => {
    const { rows } = await hub.pool.query<{ size: bigint; log_time: bigint }>(
      `SELECT size, log_time FROM ${await hub.parts.liveSchema()}.partnerships WHERE partnership = 'northgate'`,
    );
    return rows[0];
  };

  beforeAll(async () => {
    hub = await ReadingHub.start();
    hub.now = Date.parse('2026-03-05T12:00:00Z');
    await happens(...history);
  });
  afterAll(async () => {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is asked for at the charge, answered by its export, and asked for again when an order is breached after it', async () => {
    expect(await alerts()).toEqual([]);
    await happens(charge('2026-03-04T10:00:00Z'));
    expect(await alerts()).toMatchObject([{ status: 'open', raisedAt: '2026-03-04T10:00:00.000Z' }, { status: 'open' }]);
    const before = { chronology: await chronology(), partnership: await partnership() };

    const { code, out: said, err } = await exported('--out', out);
    expect([code, err]).toEqual([0, '']);
    expect(said).toMatch(/summary\.md: the case summary of p-\w+ up to northgate:\d+ is exported \(northgate:\d+\)/);
    await hub.settle();

    const closed = await alerts();
    expect(closed).toMatchObject([{ status: 'closed' }, { status: 'closed' }]);
    expect(new Set(closed.map(({ closedBy }) => closedBy?.source))).toEqual(new Set(['/hub']));
    expect(await chronology()).toEqual(before.chronology);
    expect((await partnership())?.log_time).toBe(before.partnership?.log_time);
    const { rows } = await hub.pool.query<{ leaf: Buffer; body: Buffer }>(
      `SELECT leaf, body FROM ${await hub.parts.liveSchema()}.records WHERE partnership = 'northgate' AND position = $1`,
      [Number(/northgate:(\d+)\)/.exec(said)?.[1])],
    );
    expect(rows[0]?.leaf).toHaveLength(32);
    const { type, data } = JSON.parse(rows[0]?.body.toString('utf8') ?? '{}') as { type: string; data: Record<string, unknown> };
    expect(type).toBe('throughline.hub.exported.v1');
    expect(data).toMatchObject({
      kind: 'case-summary',
      recipient: '[sealed]',
      by: 'operator',
      upTo: Number(/up to northgate:(\d+)/.exec(said)?.[1]),
    });
    expect((data['people'] as unknown[]).length).toBeGreaterThan(3);

    await happens(breach('2026-03-12T10:00:00Z'));
    expect((await alerts()).filter(({ status }) => status === 'open')).toMatchObject([
      { raisedAt: '2026-03-12T10:00:00.000Z', reason: expect.stringContaining('that no exported case summary holds') as unknown },
      {},
    ]);
  });

  it('holds what a prosecutor has to know', async () => {
    const { code, out: said } = await exported('--json');
    expect(code).toBe(0);
    const { summary } = JSON.parse(said) as { summary: CaseSummary };
    expect(summary).toMatchObject({
      ...{ name: 'Anna Reed', dateOfBirth: '1988-04-12', recipient: 'J. Okoro, CPS' },
      risk: {
        level: 'high',
        assessments: [{ on: '2026-03-02', agency: 'Northgate IDVA Service', tool: 'dash-ric', level: 'high', ticks: 16, outOf: 24 }],
      },
      incidents: [
        {
          on: '2026-03-01',
          reports: [
            {
              agency: 'Northgate Police',
              incidentNumber: 'police-2026/7',
              nature: ['physical', 'threats'],
              summary: 'Incident recorded by police (physical, threats)',
              posedBy: ['person posing risk'],
            },
            { agency: 'a general practice', incidentNumber: null, nature: ['threats'], posedBy: [] },
          ],
        },
        { on: '2026-03-12', reports: [{ agency: 'Northgate Police' }] },
      ],
      marac: {
        timesHeard: 1,
        hearings: [
          {
            on: '2026-03-03',
            level: 'high',
            actions: [
              {
                what: 'Change the locks at [sealed]; tell another adult and person posing risk',
                who: 'Northgate Homes',
                by: '2026-03-10',
                doneOn: '2026-03-03',
              },
              { what: null, who: null, by: null, doneOn: null },
            ],
          },
        ],
      },
      orders: [{ order: 'non-molestation', status: 'granted', against: 'person posing risk', expiresOn: '2026-12-01', inForce: true }],
      breaches: [{ on: '2026-03-12', order: 'non-molestation', posedBy: ['person posing risk'] }],
      outcomes: [{ on: '2026-03-04', outcome: 'charged', incidentNumber: 'police-2026/7', posedBy: ['person posing risk'] }],
      conclusions: [],
    });
  });

  it('tells no place, and of nobody else who they are; it says so, and by which law', async () => {
    const [document, json] = [readFileSync(out, 'utf8'), (await exported('--json')).out];
    for (const text of [document, json]) {
      expect(text).toContain('Anna Reed');
      expect(text).not.toMatch(
        /Liam|Hart|Sue|Marsh|Josh|Dawn|Hill|Long Row|S1 ?2AB|Fernhollow|S8 ?0AA|General Practice|(?:police|csc|idva|marac):[VPC]-/,
      );
      expect(text).toContain('Data Protection Act 2018, Schedule 2, paragraph 16');
    }
    expect(document).toContain('another victim is another adult');
    expect(document).toContain('- For: J. Okoro, CPS, and for nobody else');
    expect(document).toContain('  - An action that is withheld (owner not named here; no date)');
    expect(document).toMatchInlineSnapshot(`
      "# Case summary: Anna Reed

      - For: J. Okoro, CPS, and for nobody else
      - Date of birth: 12 April 1988
      - Made: 5 March 2026 at midday GMT, from the records of Northgate Domestic Abuse Partnership up to northgate:12

      ## Risk

      The level of risk is now **high**.

      - 2 March 2026: high (DASH RIC, 16 of 24 ticks), by Northgate IDVA Service

      ## Incidents

      - 1 March 2026
        - Incident recorded by police (physical, threats), by Northgate Police (police-2026/7); person posing risk
        - Abuse disclosed, of 2 March 2026, by a general practice: threats

      ## MARAC

      The case was heard once here.

      - Heard on 3 March 2026: high risk
        - Change the locks at [sealed]; tell another adult and person posing risk (Northgate Homes; done 3 March 2026)
        - An action that is withheld (owner not named here; no date)

      ## Orders and breaches

      - Non molestation, granted, in force: against person posing risk, to 1 December 2026, by Northgate Police

      ## Charges and outcomes

      - 4 March 2026: charged, incident police-2026/7, by Northgate Police; person posing risk

      ## Withheld

      - Who other people are, and what is held about them: another victim is another adult, and whoever poses a risk is named by that role alone (Data Protection Act 2018, Schedule 2, paragraph 16)
      - Every address and every place; a sealed location is shown to nobody (UK GDPR, Article 5(1)(c) and (f))
      - What agencies wrote in their own words, but for what MARAC agreed and how a case ended in court (UK GDPR, Article 5(1)(c))
      "
    `);
  });

  it('says what a correction put in the place of what was said', async () => {
    const level = { ...hearing.data, people: hearing.data['people'], level: 'medium' };
    await happens(corrected('2026-03-13T10:00:00Z', hearing, level));
    const { summary } = JSON.parse((await exported('--json')).out) as { summary: CaseSummary };
    expect(summary.marac.hearings).toMatchObject([
      { level: 'medium', actions: [{ what: expect.stringContaining('another adult') as unknown }, {}] },
    ]);
  });

  it('was disclosed before it was opened, with each of its records and for what', async () => {
    const before = (await hub.disclosures()).length;
    await exported();
    const [disclosure, ...others] = (await hub.disclosures()).slice(before);
    expect(disclosure).toMatchObject({ actor: 'operator', outcome: 'shown', basis: 'audit', purpose: 'a case summary for the court' });
    expect((disclosure?.['positions'] as unknown[]).length).toBe(8);
    expect(others).toEqual([]);
    await hub.pool.query('ALTER TABLE hub.disclosures RENAME TO elsewhere');
    try {
      const answer = await hub.post('operator', '/v1/exports/case-summary', {
        partnership: 'northgate',
        person: 'police:V-1',
        recipient: 'CPS',
      });
      expect(answer.status).toBe(503);
    } finally {
      await hub.pool.query('ALTER TABLE hub.elsewhere RENAME TO disclosures');
    }
  });

  it('is for nobody who may not both run the hub and read everything', async () => {
    const body = { partnership: 'northgate', person: 'police:V-1', recipient: 'CPS' };
    for (const client of ['police', 'cps', 'auditor', 'idva']) {
      const { status } = await hub.post(client, '/v1/exports/case-summary', body);
      expect([client, status]).toEqual([client, 403]);
    }
  });

  it('of somebody who is not there leaves no file and no record', async () => {
    const missing = join(folder, 'nobody.md');
    await hub.settle();
    const before = await partnership();
    const { code, err } = await throughline(
      'operator',
      ...['--partnership', 'northgate', '--person', 'police:nobody', '--recipient', 'CPS', '--out', missing],
    );
    expect([code, err]).toEqual([1, 'throughline: the hub answered 404: there is no such person\n']);
    const elsewhere = await throughline(
      'operator',
      '--partnership',
      'riverside',
      '--person',
      'police:V-1',
      '--recipient',
      'CPS',
      '--out',
      missing,
    );
    expect(elsewhere.err).toBe(err);
    const posing = await throughline(
      'operator',
      '--partnership',
      'northgate',
      '--person',
      'police:P-1',
      '--recipient',
      'CPS',
      '--out',
      missing,
    );
    expect([posing.code, posing.err]).toEqual([1, expect.stringContaining('422')]);
    await hub.settle();
    expect(await partnership()).toEqual(before);
    expect(readdirSync(folder)).toEqual(['summary.md']);
  });

  it('names every fault of what is asked', async () => {
    const { status, body } = await hub.post('operator', '/v1/exports/case-summary', { person: '', recipient: 'x'.repeat(201), to: 'CPS' });
    expect(status).toBe(422);
    expect((body['errors'] as readonly { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/partnership',
      '/person',
      '/recipient',
      '/to',
    ]);
  });

  it('appears whole, for its owner alone, or not at all', async () => {
    expect(statSync(out).mode & 0o777).toBe(0o600);
    writeFileSync(out, 'an earlier one');
    expect((await exported('--out', join(folder, 'none', 'summary.md'))).code).toBe(2);
    expect((await exported('--out', folder)).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('an earlier one');
    const { code, out: said } = await exported('--out', out, '--json');
    expect([code, JSON.parse(said)]).toEqual([
      0,
      { file: out, position: expect.stringMatching(/^northgate:\d+$/) as unknown, upTo: expect.any(String) as unknown },
    ]);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toHaveProperty('summary.name', 'Anna Reed');
    expect(readdirSync(folder)).toEqual(['summary.md']);
  });

  it('on standard output is nothing but the summary; what the log says of it is said beside it', async () => {
    const { code, out: said, err } = await exported();
    expect(code).toBe(0);
    expect(said.startsWith('# Case summary: Anna Reed\n')).toBe(true);
    expect(err).toMatch(/^throughline: the case summary of p-\w+ up to northgate:\d+ is exported \(northgate:\d+\)\n$/);
  });
});
