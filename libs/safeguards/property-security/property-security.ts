import { is, propertyAllocated, sanctuaryAssessed } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

/** A home allocated because of domestic abuse must be able to take the full range of Sanctuary measures. */
export const propertySecurity = defineSafeguard({
  id: 'property-security',
  version: 1,
  source: { seed: '000', quote: 'Allocation of properties should take into account potential security needs of the tenant' },
  class: 'act',
  watches: 'A property is allocated because of domestic abuse and its suitability for Sanctuary measures is none, partial or not recorded.',
  tells: 'Housing',
  due: '1 working day',
  silentWhen: 'The property suits every Sanctuary measure, or the move has another reason.',
  on: [propertyAllocated],
  answer: {
    words: 'A later allocation that suits every Sanctuary measure, or a Sanctuary assessment',
    records: [propertyAllocated, sanctuaryAssessed],
    when: (record, alert, file) => {
      const allocation = file.person.entry(alert.trigger);
      if (allocation !== undefined && record.time < allocation.time) return false;
      // Whoever assesses a tenancy may call its tenant by a reference that nothing else joins.
      if (is(sanctuaryAssessed, record)) return [file.person, ...file.underSameMatters(file.person)].some((one) => one.names(record));
      return file.person.names(record) && is(propertyAllocated, record) && record.data.sanctuarySuitability === 'full';
    },
  },
  judge: (trigger) => {
    const { reason, sanctuarySuitability } = trigger.data;
    if (reason !== 'domestic-abuse' || sanctuarySuitability === 'full') return [];
    const suitability = sanctuarySuitability === undefined ? 'has not been recorded' : `is ${sanctuarySuitability}`;
    return [
      {
        to: [service('housing')],
        evidence: [trigger],
        due: workingDays(1),
        reason: `A property was allocated because of domestic abuse and its suitability for Sanctuary measures ${suitability}: check that it can be made secure, or allocate another.`,
      },
    ];
  },
});
