import { recordCorrected, recordRetracted, RETRACTION_REASONS } from '@throughline/records';
import { daysLater } from '../calendar';
import type { Life, Told } from './life';

/** How often an agency finds that something it recorded was not so. */
const CORRECTED = 0.012;
const RETRACTED = 0.006;

/** A reason that was left out is written down; elsewhere the record is sent once more, complete. */
const correct = (life: Life, told: Told): void => {
  const { chance } = life;
  const people = life.people({ kind: told.kind, cast: told.cast, details: new Set() });
  life.tell(recordCorrected, told.kind, daysLater(chance, told.recordedAt, 1, 30), told.cast, {
    corrects: { source: told.source, id: told.id },
    reason: chance.pick(['The reason was left out', 'Typed in wrongly', 'The form was not complete', 'The date was that of the next day']),
    replacement: {
      people,
      ...told.said,
      ...(told.type.includes('.decided') || told.type.includes('case.closed')
        ? { justification: 'Written down at the time and not copied over' }
        : {}),
    },
    time: undefined,
  });
};

/** Corrections and retractions of what was told so far. */
export const amend = (life: Life): void => {
  const { chance } = life;
  for (const told of [...life.told]) {
    if (told.type.startsWith('throughline.record.')) continue;
    if (chance.is(CORRECTED)) correct(life, told);
    else if (chance.is(RETRACTED))
      life.tell(recordRetracted, told.kind, daysLater(chance, told.recordedAt, 2, 60), told.cast, {
        retracts: { source: told.source, id: told.id },
        reason: chance.pick([RETRACTION_REASONS[0], ...RETRACTION_REASONS]),
      });
  }
};
