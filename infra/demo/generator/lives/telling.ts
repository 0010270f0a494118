import { abuseDisclosed, attendanceRecorded, capacityAssessed, healthDisclosureRecorded, type HealthSetting } from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { victimAlone, withChildren } from './casts';
import { childrensSocialCare } from './children';
import type { Life } from './life';
import { review } from './together';
import { assessAndAct } from './what-follows';

const SETTINGS: Readonly<Partial<Record<Kind, readonly [HealthSetting, ...HealthSetting[]]>>> = {
  gp: ['gp'],
  hospital: ['emergency-department', 'emergency-department', 'maternity', 'ambulance'],
  'community-health': ['health-visiting', 'health-visiting', 'school-nursing'],
  'mental-health': ['mental-health'],
};

const settingOf = (life: Life, kind: Kind): HealthSetting => life.chance.pick(SETTINGS[kind] ?? ['other']);

/** Somebody is seen by a health service. */
export const attend = (life: Life, kind: Kind): void => {
  const { chance } = life;
  const setting = settingOf(life, kind);
  const selfHarm = chance.is(0.008);
  life.tell(attendanceRecorded, kind, victimAlone(life), {
    setting,
    injuries: when(setting === 'emergency-department' || chance.is(0.2), chance.is(0.3)),
    selfHarm: when(selfHarm || chance.is(0.4), selfHarm),
    routineEnquiry: when(chance.is(0.85), life.keeps(kind) ? 'asked' : chance.pick(['not-asked', 'unsafe-to-ask'])),
    domesticAbuse: when(chance.is(0.15), true),
    narrative: when(chance.is(0.4), narrative(chance, 'attendance')),
  });
  if (selfHarm)
    life.owes(kind, [0.1, 0.6], [3, 9], () => {
      review(life, kind);
    });
};

/** Somebody tells a health worker, or another worker, of abuse: of what has been going on, or of what happened on a day. */
export const disclose = (life: Life, kind: Kind): void => {
  const { chance, family } = life;
  const children = family.children.length > 0;
  const ofOneDay = chance.is(children && life.around.has('childrens-social-care') ? 0.05 : 0.5);
  const policeReport = chance.pick(['reported', 'not-wanted', 'not-wanted', 'unsafe', 'overridden']);
  const justification = when(policeReport === 'unsafe' || policeReport === 'overridden', 'Letters are read at home');
  const whole = {
    incidentOn: when(ofOneDay, londonDay(life.now - chance.between(0, 25) * DAY)),
    childrenPresent: when(chance.is(0.85), children && ofOneDay && chance.is(0.8)),
    policeReport,
    justification,
    separation: when(chance.is(0.1), 'under-way' as const),
    narrative: when(chance.is(0.8), narrative(chance, 'disclosure')),
  };
  const lacking = { policeReport: undefined, justification: undefined };
  if (ofOneDay) life.risk.happened(life.now);
  if (SETTINGS[kind] === undefined) {
    const nature = when(chance.is(0.8), [chance.pick(['coercive-control', 'emotional', 'economic', 'physical'])]);
    life.answerInFull(abuseDisclosed, kind, withChildren(life), { ...whole, nature }, lacking);
  } else life.answerInFull(healthDisclosureRecorded, kind, victimAlone(life), { ...whole, setting: settingOf(life, kind) }, lacking);
  life.owes(kind, [0.1, 3], [8, 18], () => {
    assessAndAct(life, kind, ofOneDay ? 'incident' : 'disclosure');
  });
  if (children && (ofOneDay || chance.is(0.25)))
    life.owes(kind, [0.1, 0.9], [3, 9], () => {
      if (!life.around.has('childrens-social-care')) childrensSocialCare(life, kind, false);
    });
};

/** Adult social care looks at one decision, and at what presses on it. */
export const assessCapacity = (life: Life): void => {
  const { chance } = life;
  life.answerInFull(
    capacityAssessed,
    'adult-social-care',
    victimAlone(life),
    {
      decision: narrative(chance, 'decisions'),
      outcome: chance.pick(['has-capacity', 'has-capacity', 'fluctuating', 'lacks-capacity']),
      coercionConsidered: true,
      dependenceConsidered: true,
    },
    chance.pick([{ coercionConsidered: undefined }, { dependenceConsidered: false }]),
  );
};
