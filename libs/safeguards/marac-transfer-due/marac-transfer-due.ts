import { addMonths } from '@throughline/kernel';
import {
  concernsWhom,
  type Entry,
  hearingsOf,
  isOutside,
  isSubjectSide,
  newAddressesIn,
  transfersIn,
  transfersOut,
  victimsOf,
} from '@throughline/projections';
import {
  catalogue,
  type CommonData,
  is,
  maracCaseHeard,
  maracTransferReceived,
  maracTransferRequested,
  recordCorrected,
  recordRetracted,
  referralMade,
} from '@throughline/records';
import { defineSafeguard, type Finding, type JudgedCase, service, workingDays } from '../safeguard';

const MOVED =
  'The case was heard at MARAC within 12 months, and a new address lies outside the partnership: transfer the case to that MARAC.';

const AMENDING: ReadonlySet<string> = new Set([recordCorrected.type, recordRetracted.type]);

/** Whether a transfer leaves the partnership: one that names no other area, or its own, reaches nobody. */
const goesElsewhere = ({ partnership, data }: Entry<(typeof maracTransferRequested)['Data']>): boolean =>
  data.toArea !== undefined || (data.toPartnership !== undefined && data.toPartnership !== partnership);

/** Heard here within the year, and now living outside the partnership: the next area's MARAC does not know yet. */
const onMove = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (trigger.details.size === 0 && trigger.address === undefined) return [];
  const { currentMonths } = file.settings.thresholds;
  const since = addMonths(trigger.time, -currentMonths);
  return newAddressesIn(trigger, file, currentMonths).flatMap(({ person, ref, address }) => {
    if (!isOutside(address, file.settings)) return [];
    const hearing = hearingsOf(person).findLast(
      (each) => each.time > since && each.time <= trigger.time && victimsOf(each as Entry, file).has(person),
    );
    if (hearing === undefined) return [];
    if (transfersOut(person).some((transfer) => transfer.time >= hearing.time && goesElsewhere(transfer))) return [];
    return [
      {
        to: [service('marac')],
        about: ref,
        evidence: [trigger, hearing],
        due: workingDays(1),
        reason: MOVED,
      },
    ];
  });
};

/** A hearing that comes in after the new address: they lived elsewhere already when the hub learned that they were heard. */
const onHearing = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (!is(maracCaseHeard, trigger)) return [];
  return [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
    const moved = victim
      .standing()
      .filter((entry) => entry.time >= trigger.time && entry.index < trigger.index)
      .findLast((entry) => onMove(entry, file).some((finding) => victim.has(finding.about ?? '')));
    return moved === undefined ? [] : [{ to: [service('marac')], about, evidence: [trigger, moved], due: workingDays(1), reason: MOVED }];
  });
};

/** Heard elsewhere, as the referrer says, and nothing came from there. */
const onHistory = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (!is(referralMade, trigger) || trigger.facets?.heardElsewhere !== true) return [];
  const about = concernsWhom(trigger);
  const person = file.fileOf(about);
  if (!isSubjectSide(person, trigger) || transfersIn(person).length > 0) return [];
  return [
    {
      to: [service('marac')],
      about,
      evidence: [trigger],
      due: workingDays(1),
      reason: 'A referral says that the case was before the MARAC of another area, and no transfer has come from there: ask for it.',
    },
  ];
};

/** A case goes from MARAC to MARAC with the person whom it is about. */
export const maracTransferDue = defineSafeguard<CommonData>({
  id: 'marac-transfer-due',
  version: 1,
  source: {
    seed: '004',
    quote: 'In most circumstances, there should have been a MARAC to MARAC referral to Bexley from Greenwich',
  },
  class: 'act',
  watches:
    'Somebody whose case was heard at MARAC within 12 months has a new address outside the partnership, or a referral names another area’s MARAC.',
  tells: 'MARAC',
  due: '1 working day',
  silentWhen: 'The case was transferred already, the address is known, has no postcode or lies inside, or the hearing is older.',
  on: catalogue.filter(({ type }) => !AMENDING.has(type)),
  answer: {
    words: 'A transfer to or from the other MARAC',
    records: [maracTransferRequested, maracTransferReceived],
    when: (record, alert, file) => {
      if (is(maracTransferRequested, record) && !goesElsewhere(record)) return false;
      const trigger = file.person.entry(alert.trigger);
      return isSubjectSide(file.person, record) && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => [...onMove(trigger, file), ...onHearing(trigger, file), ...onHistory(trigger, file)],
});
