import { recordRetracted, RETRACTION_REASONS } from '@throughline/records';
import { daysLater } from '../calendar';
import type { Life } from './life';

/** How often an agency finds that something it recorded was not so, beside what it left out. */
const CORRECTED = 0.01;
const RETRACTED = 0.005;

/** Corrections and retractions of what was told so far. */
export const amend = (life: Life): void => {
  const { chance } = life;
  for (const told of [...life.told]) {
    if (told.type.startsWith('throughline.record.') || life.isCorrected(told)) continue;
    if (chance.is(CORRECTED)) {
      const reason = chance.pick(['Typed in wrongly', 'The form was not complete', 'The date was that of the next day']);
      life.correct(told, reason, told.said, daysLater(chance, told.recordedAt, 1, 30));
    } else if (chance.is(RETRACTED)) {
      const at = daysLater(chance, told.recordedAt, 2, 60);
      const retraction = {
        retracts: { source: told.source, id: told.id },
        reason: chance.pick([RETRACTION_REASONS[0], ...RETRACTION_REASONS]),
      };
      life.tell(recordRetracted, told.kind, told.cast, retraction, at, at);
    }
  }
};
