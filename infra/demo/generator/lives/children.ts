import {
  childRemoved,
  enrolmentRecordedV1,
  type SOCIAL_CARE_PLANS,
  socialCarePlanEnded,
  socialCarePlanStarted,
  voiceRecorded,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment } from '../calendar';
import type { Individual } from '../people/family';
import { narrative } from '../words/narratives';
import { assess, discuss } from './assessing';
import { childrenFirst } from './casts';
import { close } from './closing';
import { contact, contacts } from './contacts';
import type { Life } from './life';
import { decide, refer } from './referrals';
import { open } from './support';
import { meet, review } from './together';

const CSC = 'childrens-social-care';

const yearsOld = (child: Individual, at: Moment): number | undefined =>
  child.born === undefined ? undefined : Math.floor((at - Date.parse(child.born)) / (365.25 * DAY));

/** A child's school or nursery, as the education service has it. */
export const enrol = (life: Life): void => {
  const { chance, family } = life;
  for (const child of family.children)
    life.after([0, 6], () => {
      const age = yearsOld(child, life.now);
      if (age === undefined || age < 2 || age > 17) return;
      const kind = age < 4 ? 'early-years' : age < 11 ? 'primary' : age < 16 ? 'secondary' : 'college';
      const named = { 'early-years': 'Nursery', primary: 'Primary School', secondary: 'School', college: 'College' }[kind];
      life.tell(
        enrolmentRecordedV1,
        'education',
        [
          [child, 'child'],
          [family.victim, 'parent-or-carer'],
        ],
        {
          setting: `${narrative(chance, 'schools')} ${named}`,
          kind,
          from: `${londonDay(life.now - chance.between(0, 2) * 365 * DAY).slice(0, 4)}-09-01`,
        },
      );
    });
};

/** What a child shows or says, to whoever is near. */
export const hearChild = (life: Life): void => {
  const { chance } = life;
  for (const child of life.family.children.slice(0, 2)) {
    if (child.born === undefined) continue;
    const kind = chance.pick<Kind>([CSC, 'education', 'community-health']);
    const how =
      (yearsOld(child, life.now) ?? 0) < 5
        ? chance.pick(['play', 'observation'] as const)
        : chance.pick(['spoken', 'spoken', 'through-carer'] as const);
    life.tell(
      voiceRecorded,
      kind,
      [
        [child, 'child'],
        [life.family.victim, 'victim'],
      ],
      { of: life.ref(kind, child), how, views: narrative(chance, 'views') },
    );
  }
};

const remove = (life: Life): void => {
  const { chance } = life;
  life.answerInFull(
    childRemoved,
    CSC,
    childrenFirst(life),
    { legalBasis: narrative(chance, 'legalBasis'), supportForParentOffered: true },
    { supportForParentOffered: chance.pick([undefined, false]) },
  );
  const near = life.has('gp') ? 'gp' : 'idva';
  life.owes(near, [0.1, 0.6], [3, 10], () => {
    review(life, near);
    contact(life, near, true);
  });
  life.after([1, 5], () => {
    life.tell(socialCarePlanStarted, CSC, childrenFirst(life), { plan: 'looked-after' });
  });
};

const planned = (life: Life, days: number, then: () => void): void => {
  const { chance, now } = life;
  const plan: (typeof SOCIAL_CARE_PLANS)[number] = chance.pick(['child-in-need', 'child-in-need', 'child-protection']);
  const conference = plan === 'child-protection' ? 'child-protection-conference' : 'child-in-need';
  const ends = now + days * DAY;
  life.tell(socialCarePlanStarted, CSC, childrenFirst(life), { plan });
  const meetings = (within: readonly [number, number]): void => {
    life.after(within, () => {
      if (life.now >= ends) return;
      meet(life, conference, CSC);
      meetings([35, 70]);
    });
  };
  meetings([10, 40]);
  contacts(life, CSC, ends, 28);
  if (chance.is(0.1))
    life.after([30, 120], () => {
      remove(life);
    });
  life.then(daysLater(chance, ends, 0, 4), () => {
    life.tell(socialCarePlanEnded, CSC, childrenFirst(life), { plan });
    then();
  });
};

/** Social care takes the children on: discussed, assessed, planned, closed, as far as it goes. */
const work = (life: Life, strategic: boolean, longer: number): void => {
  if (life.around.has(CSC)) return;
  const { chance } = life;
  const caseId = open(life, CSC);
  const finish = (): void => {
    life.after([2, 12], () => {
      close(life, CSC, caseId);
    });
  };
  const assessed = (): void => {
    if (chance.is(0.5))
      life.after([3, 20], () => {
        hearChild(life);
      });
    assess(life, strategic, () => {
      if (longer > 0 || chance.is(0.4)) planned(life, Math.max(longer, chance.between(60, 200)), finish);
      else finish();
    });
  };
  if (strategic) discuss(life, assessed);
  else assessed();
};

/** Who was turned away comes back, some of them, and is often turned away again. */
const COMES_BACK = 0.4;
const TAKEN_ON_AFTER_ALL = 0.5;

/** Referred to children's social care, and taken on or not; `longer` is how many days a plan goes on at least. */
export const childrensSocialCare = (life: Life, from: Kind, strategic: boolean, longer = 0, again = false): void => {
  const { chance, around, risk } = life;
  if (life.family.children.length === 0 || !life.has(CSC) || around.isComing(CSC)) return;
  const usual = risk.level === undefined || risk.level === 'standard' ? 0.65 : 0.95;
  const accepts = again ? TAKEN_ON_AFTER_ALL : longer > 0 ? 1 : usual;
  const to = from !== 'mash' && life.has('mash') && chance.is(0.5) ? 'mash' : CSC;
  const referralId = refer(life, from, to);
  const taken = (): void => {
    if (to === 'mash') around.settle(referralId);
    work(life, strategic || chance.is(0.3), longer);
  };
  const turnedAway = (): void => {
    if (again || from === 'mash' || !chance.is(COMES_BACK)) return;
    life.after([20, 120], () => {
      childrensSocialCare(life, from, strategic, longer, true);
    });
  };
  decide(life, from, to, referralId, accepts, taken, turnedAway);
};
