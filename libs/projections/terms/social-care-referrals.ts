import { addDays, londonDay } from '@throughline/kernel';
import { childNotificationSubmitted, policeIncidentRecorded, referralMade } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { agencyKind } from '../settings/settings';
import { receiverOf } from './involvement';
import { concernedBy, inTheirMatters } from './matters';
import { decisionsOn, type Referral } from './referrals';

export const isToSocialCare = ({ data }: Referral): boolean => data.service === 'mash' || data.service === 'childrens-social-care';

/** A referral that names a child is about that child; one that names none is about the children of whom it names. */
const isAboutChildren = (file: CaseFile, family: readonly PersonFile[], referral: Referral): boolean => {
  const concerned = concernedBy(referral as Entry).map((ref) => file.fileOf(ref));
  const children = concerned.filter((person) => referral.data.people.some(({ ref, role }) => role === 'child' && person.has(ref)));
  return (children.length > 0 ? children : concerned).some((person) => family.includes(person));
};

/** What a referral says of the incident that it is about: its numbers, and the days on which they happened. */
interface Occasion {
  readonly numbers: readonly string[];
  readonly days: readonly string[];
}

const occasionOf = (file: CaseFile, family: readonly PersonFile[], { data }: Referral): Occasion => {
  const { incidentNumber, notificationNumber } = data;
  const notified = inTheirMatters(file, family, childNotificationSubmitted)
    .filter((notification) => notificationNumber !== undefined && notification.data.notificationNumber === notificationNumber)
    .flatMap((notification) => notification.data.incidentNumber ?? []);
  const incidents = [...(incidentNumber === undefined ? [] : [incidentNumber]), ...notified];
  const days = inTheirMatters(file, family, policeIncidentRecorded)
    .filter((incident) => incidents.includes(incident.data.incidentNumber))
    .map((incident) => londonDay(incident.time));
  return { numbers: [...incidents, ...(notificationNumber === undefined ? [] : [notificationNumber])], days };
};

const near = (one: string, other: string): boolean => one <= addDays(other, 1) && other <= addDays(one, 1);

/** One incident is one day, plus or minus one, whoever reports it (safeguards.md, Terms). */
const isSameOccasion = (one: Occasion, other: Occasion): boolean =>
  one.numbers.some((number) => other.numbers.includes(number)) || one.days.some((day) => other.days.some((others) => near(day, others)));

/** The referral to MASH from which this one to children's social care was passed on, if it was. */
const passedOnFrom = (file: CaseFile, earlier: readonly Referral[], referral: Referral, occasion: (of: Referral) => Occasion) => {
  if (referral.data.service !== 'childrens-social-care') return undefined;
  const origin = earlier.findLast(({ data }) => data.service === 'mash');
  if (origin === undefined) return undefined;
  if (agencyKind(file.settings, referral.agency) !== 'mash' && referral.agency !== receiverOf(file, origin)) return undefined;
  const [mine, its] = [occasion(referral), occasion(origin)];
  const turnedAway = decisionsOn(file, origin).some(
    ({ data, time }) => time <= referral.time && !['accepted', 'referred-on'].includes(data.outcome),
  );
  if (turnedAway) return undefined;
  // A notification that came to MASH by itself is no part of the referral before it.
  if (mine.numbers.length > 0 && !isSameOccasion(mine, its)) return undefined;
  const day = londonDay(referral.time);
  const passed = earlier.slice(earlier.indexOf(origin)).find((other) => other.agency === referral.agency && other !== origin);
  return passed === undefined || londonDay(passed.time) === day ? origin : undefined;
};

/**
 * The referrals of a family's children to MASH and to children's social care, in order of happening. Those that count as one stand
 * together: what MASH passed on to children's social care, and what is about the same incident (safeguards.md, `repeat-social-care-referral`).
 */
export const socialCareReferrals = (file: CaseFile, family: readonly PersonFile[]): readonly (readonly Referral[])[] => {
  if (!family.some((member) => member.hasBeen('child'))) return [];
  const ordered = inTheirMatters(file, family, referralMade)
    .filter((referral) => isToSocialCare(referral) && isAboutChildren(file, family, referral))
    .sort((one, other) => one.time - other.time || one.index - other.index);
  const occasions = new Map(ordered.map((referral) => [referral, occasionOf(file, family, referral)]));
  const occasion = (of: Referral): Occasion => occasions.get(of) ?? { numbers: [], days: [] };
  const groups: Referral[][] = [];
  for (const [place, referral] of ordered.entries()) {
    const origin = passedOnFrom(file, ordered.slice(0, place), referral, occasion);
    const group = groups.find((others) => others.some((other) => other === origin || isSameOccasion(occasion(other), occasion(referral))));
    if (group === undefined) groups.push([referral]);
    else group.push(referral);
  }
  return groups;
};
