import { type Entry, inTheirMatters, isMaracMarked, placeOf, riskLevel } from '@throughline/projections';
import { propertyAllocated, referralDecided, referralMade, sanctuaryAssessed, tenancyStarted, is } from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const placeIn = ({ address }: Entry): string | undefined => (address === undefined ? undefined : placeOf(address));

/** The allocation of the home in which a tenancy starts: not that of another home before. */
const allocationOf = (tenancy: Entry, file: JudgedCase) =>
  file.person.of(propertyAllocated).findLast((allocation) => {
    const places = [placeIn(allocation), placeIn(tenancy)];
    return places.includes(undefined) || places[0] === places[1];
  });

/** Whether the scheme has assessed this tenancy already: records may come in the other way round. */
const isAssessed = (tenancy: Entry<(typeof tenancyStarted)['Data']>, file: JudgedCase): boolean =>
  inTheirMatters(file, [file.person], sanctuaryAssessed).some(
    ({ data, time }) => data.tenancyId === tenancy.data.tenancyId && time >= tenancy.time,
  );

/** Someone rehoused because of domestic abuse is referred to the Sanctuary scheme the moment the tenancy starts. */
export const sanctuaryReferral = defineSafeguard({
  id: 'sanctuary-referral',
  version: 1,
  source: { seed: '000', quote: 'referred immediately on commencement of tenancy to the Sanctuary Scheme' },
  class: 'now',
  watches: 'A tenancy starts for somebody who was rehoused because of domestic abuse.',
  tells: 'The Sanctuary scheme, at once, with the tenancy id and the suitability',
  due: '1 working day to take it on, 5 working days to assess; then it goes to housing as well, and to MARAC where the case has a MARAC marker or the risk is high',
  silentWhen: 'The tenancy has another reason.',
  on: [tenancyStarted],
  contact: true,
  answer: {
    words: 'A Sanctuary assessment of this tenancy; a decided Sanctuary referral meets the first day',
    records: [sanctuaryAssessed],
    when: (record, alert, file) => {
      const tenancy = file.person.entry(alert.trigger);
      return (
        is(sanctuaryAssessed, record) &&
        tenancy !== undefined &&
        is(tenancyStarted, tenancy) &&
        record.data.tenancyId === tenancy.data.tenancyId
      );
    },
  },
  ladder: {
    steps: [
      {
        within: workingDays(1),
        metBy: {
          records: [referralDecided],
          when: (record, _alert, file) =>
            is(referralDecided, record) &&
            file.person
              .of(referralMade)
              .some((made) => made.data.service === 'sanctuary' && made.data.referralId === record.data.referralId),
        },
      },
      { within: workingDays(5) },
    ],
    to: (_alert, file) => {
      const marked = isMaracMarked(file.person, file.at);
      const high = riskLevel(file.person, file.at, file.settings.thresholds.currentMonths) === 'high';
      return marked || high ? [service('housing'), service('marac')] : [service('housing')];
    },
  },
  judge: (trigger, file) => {
    if (trigger.data.reason !== 'rehoused-domestic-abuse' || isAssessed(trigger, file)) return [];
    const suitability = allocationOf(trigger, file)?.data.sanctuarySuitability ?? 'not recorded';
    return [
      {
        to: [service('sanctuary')],
        evidence: [trigger],
        reason: `Tenancy ${trigger.data.tenancyId} has started after rehousing because of domestic abuse and needs a Sanctuary assessment (suitability for Sanctuary measures: ${suitability}).`,
      },
    ];
  },
});
