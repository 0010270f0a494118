import { abuseDisclosed, attendanceRecorded, capacityAssessed, healthDisclosureRecorded, type HealthSetting } from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { victimAlone, withChildren } from './casts';
import type { Life } from './life';

const SETTINGS: Readonly<Partial<Record<Kind, readonly [HealthSetting, ...HealthSetting[]]>>> = {
  gp: ['gp'],
  hospital: ['emergency-department', 'emergency-department', 'maternity', 'ambulance'],
  'community-health': ['health-visiting', 'health-visiting', 'school-nursing'],
  'mental-health': ['mental-health'],
};

const settingOf = (life: Life, kind: Kind): HealthSetting => life.chance.pick(SETTINGS[kind] ?? ['other']);

/** Somebody is seen by a health service. */
export const attend = (life: Life, kind: Kind, at: Moment): void => {
  const { chance } = life;
  const setting = settingOf(life, kind);
  life.tell(attendanceRecorded, kind, at, victimAlone(life), {
    setting,
    injuries: when(setting === 'emergency-department' || chance.is(0.2), chance.is(0.5)),
    selfHarm: when(chance.is(0.4), chance.is(0.08)),
    routineEnquiry: when(chance.is(0.85), life.well() ? 'asked' : chance.pick(['not-asked', 'unsafe-to-ask'])),
    domesticAbuse: when(chance.is(0.15), true),
    narrative: when(chance.is(0.4), narrative(chance, 'attendance')),
  });
};

const toldOfDay = (life: Life, at: Moment): string | undefined =>
  when(life.chance.is(0.6), londonDay(at - life.chance.between(0, 25) * DAY));

const toldPolice = (life: Life): 'reported' | 'not-wanted' | 'unsafe' | 'overridden' | undefined =>
  when(life.well(), life.chance.pick(['reported', 'not-wanted', 'not-wanted', 'unsafe', 'overridden']));

/** Somebody tells a health worker, or another worker, of abuse. */
export const disclose = (life: Life, kind: Kind, at: Moment): void => {
  const { chance } = life;
  const policeReport = toldPolice(life);
  const said = {
    incidentOn: toldOfDay(life, at),
    childrenPresent: when(chance.is(0.6), life.family.children.length > 0 && chance.is(0.6)),
    policeReport,
    justification: when(policeReport === 'unsafe' || policeReport === 'overridden', 'Letters are read at home'),
    separation: when(chance.is(0.15), 'under-way' as const),
    narrative: when(chance.is(0.8), narrative(chance, 'disclosure')),
  };
  if (SETTINGS[kind] === undefined)
    life.tell(abuseDisclosed, kind, at, withChildren(life), {
      ...said,
      nature: when(chance.is(0.8), [chance.pick(['coercive-control', 'emotional', 'economic', 'physical'])]),
    });
  else life.tell(healthDisclosureRecorded, kind, at, victimAlone(life), { ...said, setting: settingOf(life, kind) });
};

/** Adult social care looks at one decision, and at what presses on it. */
export const assessCapacity = (life: Life, at: Moment): void => {
  const { chance } = life;
  life.tell(capacityAssessed, 'adult-social-care', daysLater(chance, at, 3, 20), victimAlone(life), {
    decision: narrative(chance, 'decisions'),
    outcome: chance.pick(['has-capacity', 'has-capacity', 'fluctuating', 'lacks-capacity']),
    coercionConsidered: when(chance.is(0.8), life.well()),
    dependenceConsidered: when(chance.is(0.8), life.well()),
  });
};
