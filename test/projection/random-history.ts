/** A small generator of the same numbers from the same seed (mulberry32): a failing history can be had again. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const day = 86_400_000;
const start = Date.UTC(2021, 0, 4, 9);
const homes = ['1 New Road', '2 New Road', '3 Mill Lane'].map((first) => ({ lines: [first], postcode: 'S2 3CD' }));
const agencies = ['police', 'csc', 'idva', 'haven', 'housing', 'gp', 'education', 'marac'] as const;

interface Family {
  readonly number: number;
  /** How many of mother, ex-partner and two children each agency gives details of. */
  readonly surname: string;
}

const nhsNumber = (number: number): string => {
  for (let candidate = 999_100_000 + number * 17; ; candidate += 1) {
    const digits = String(candidate);
    const check = (11 - ([...digits].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11)) % 11;
    if (check !== 10) return `${digits}${check}`;
  }
};

/**
 * A seeded history: families whom agencies know by references of their own, some with details that prove who they are and some
 * without, whose records come late, are corrected and are taken back.
 */
export const randomHistory = (seed: number, length: number): readonly string[] => {
  const random = numbersFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const chance = (share: number): boolean => random() < share;
  const families: Family[] = Array.from({ length: Math.max(2, Math.ceil(length / 40)) }, (_, number) => ({
    number: seed * 50 + number,
    surname: pick(['Adeyemi', 'Brook', 'Castle', 'Doyle']),
  }));
  const published: { source: string; id: string; line: Record<string, unknown> }[] = [];
  const lines: string[] = [];
  let now = start;
  let count = 0;

  const person = (agency: string, family: Family, member: 'mum' | 'man' | 'one' | 'two', role: string) => {
    const offset = ['mum', 'man', 'one', 'two'].indexOf(member);
    const details = {
      given: { mum: 'Ada', man: 'Ben', one: 'Cy', two: 'Di' }[member],
      family: family.surname,
      dateOfBirth: { mum: '1990-02-03', man: '1988-05-06', one: '2013-07-08', two: '2019-09-10' }[member],
      ...(chance(0.6) ? { nhsNumber: nhsNumber(family.number * 4 + offset) } : {}),
      ...(chance(0.5) ? { address: { lines: [`${family.number} Mill Lane`], postcode: 'S1 2AB' } } : {}),
    };
    return { ref: `${agency}:F${family.number}-${member}`, role, ...(chance(0.4) ? { details } : {}) };
  };

  const put = (agency: string, type: string, subject: string, data: Record<string, unknown>, happened = now): void => {
    count += 1;
    const id = `r${seed}-${count}`;
    const line = {
      specversion: '1.0',
      id,
      source: `/agencies/${agency}`,
      type: `throughline.${type}.v1`,
      subject,
      time: new Date(happened).toISOString(),
      recordedtime: new Date(now).toISOString(),
      partnership: 'northgate',
      data,
    };
    lines.push(JSON.stringify(line));
    if (!type.startsWith('record.')) published.push({ source: line.source, id, line });
  };

  const amend = (): void => {
    const target = published[Math.floor(random() * published.length)];
    if (target === undefined) return;
    const data = target.line['data'] as Record<string, unknown> & { people: { ref: string; role: string }[] };
    const agency = target.source.split('/')[2] ?? '';
    const named = { people: data.people.map(({ ref, role }) => ({ ref, role })) };
    const key = { source: target.source, id: target.id };
    if (chance(0.4)) put(agency, 'record.retracted', target.line['subject'] as string, { ...named, retracts: key, reason: 'inaccurate' });
    else {
      const replacement = {
        ...data,
        // Often only what was wrong is sent again: who the people are was said before.
        ...(chance(0.3) ? named : {}),
        ...('address' in data ? { address: pick(homes) } : {}),
        ...('level' in data ? { level: pick(['standard', 'medium', 'high']) } : {}),
        domesticAbuse: chance(0.8),
      };
      put(agency, 'record.corrected', target.line['subject'] as string, { ...named, corrects: key, reason: 'Put right', replacement });
    }
  };

  while (lines.length < length) {
    now += Math.floor(random() * 3 * day);
    if (chance(0.1)) {
      amend();
      continue;
    }
    const family = pick(families);
    const agency = pick(agencies);
    const mum = person(agency, family, 'mum', 'victim');
    const man = person(agency, family, 'man', 'person-posing-risk');
    const children = [person(agency, family, 'one', 'child'), person(agency, family, 'two', 'child')];
    const relationships = children.map((child) => ({ from: mum.ref, to: child.ref, kind: 'parent-of' }));
    const whole = { people: [mum, man, ...children], relationships: chance(0.5) ? relationships : [] };
    const happened = chance(0.1) ? now - Math.floor(random() * 300 * day) : now;
    const number = `${agency}-${seed}-${family.number}-${Math.floor(random() * 3)}`;
    switch (Math.floor(random() * 13)) {
      case 0:
        put(agency, 'police.incident-recorded', mum.ref, { ...whole, incidentNumber: `${number}-${count}`, nature: ['threats'] }, happened);
        break;
      case 1:
        put(
          agency,
          'risk.assessment-completed',
          mum.ref,
          { people: [mum, man], tool: 'dash-ric', level: pick(['standard', 'medium', 'high']), ticks: 9 },
          happened,
        );
        break;
      case 2:
        put(agency, 'case.opened', mum.ref, { people: [mum, ...children], caseId: number, service: 'idva' }, happened);
        break;
      case 3:
        put(
          agency,
          'case.closed',
          mum.ref,
          { people: [mum, ...children], caseId: number, reason: 'completed', consulted: chance(0.5) ? ['police'] : [] },
          happened,
        );
        break;
      case 4:
        put(agency, 'case.closure-proposed', mum.ref, { people: [mum], caseId: number, reason: 'Goals met', consulted: [] }, happened);
        break;
      case 5:
        put(
          agency,
          'referral.made',
          mum.ref,
          {
            people: [mum, man],
            referralId: `${number}-${count}`,
            service: pick(['marac', 'idva', 'sanctuary']),
            reason: 'Concern',
            sharingBasis: 'public-task',
          },
          happened,
        );
        break;
      case 6:
        put(
          agency,
          'housing.tenancy-started',
          mum.ref,
          {
            people: [mum],
            tenancyId: `${number}-${count}`,
            reason: 'rehoused-domestic-abuse',
            address: pick(homes),
            startedOn: new Date(happened).toISOString().slice(0, 10),
          },
          happened,
        );
        break;
      case 7:
        put(agency, 'coordination.view-given', mum.ref, { people: [mum], view: 'Not yet' }, happened);
        break;
      case 8:
        put('police', 'police.flag-placed', `police:F${family.number}-mum`, {
          people: [person('police', family, 'mum', 'victim')],
          flag: 'address-marker',
          address: pick(homes),
        });
        break;
      case 9:
        put(
          agency,
          'housing.sanctuary-assessed',
          mum.ref,
          { people: [mum], tenancyId: `${number}-${count - 5}`, measures: ['Locks'] },
          happened,
        );
        break;
      case 10:
        put(
          agency,
          'social-care.assessment-completed',
          mum.ref,
          {
            ...whole,
            people: chance(0.5) ? whole.people : [mum, ...children],
            assessmentId: `${number}-${count}`,
            kind: 'single',
            startedOn: new Date(happened).toISOString().slice(0, 10),
            contributions: [],
            children: [],
            outcome: 'Support',
          },
          happened,
        );
        break;
      case 11:
        put(agency, 'risk.person-posing-risk-assessed', man.ref, { people: [man], level: 'medium', contributors: [] }, happened);
        break;
      default:
        put(
          agency,
          'marac.case-heard',
          mum.ref,
          {
            people: [mum, man],
            meetingOn: new Date(happened).toISOString().slice(0, 10),
            attended: ['police'],
            level: 'high',
            actions: [],
          },
          happened,
        );
    }
  }
  return lines;
};
