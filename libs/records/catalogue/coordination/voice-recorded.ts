import { CommonData } from '../../common-data';
import { OneOf, Ref, Text } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const WAYS_OF_SPEAKING = ['spoken', 'play', 'observation', 'through-carer', 'interpreter'] as const;

/** What a child or an adult says or shows of their own life, and how it was come by. It belongs to them. */
export class VoiceRecorded extends CommonData {
  /** Whose voice it is. */
  @Ref()
  of: string;

  /** How it was come by. through-carer: a parent or carer told it. interpreter: spoken through an interpreter. */
  @OneOf(WAYS_OF_SPEAKING)
  how: (typeof WAYS_OF_SPEAKING)[number];

  /** What they said or showed, as close to their own words as can be. */
  @Text('of')
  views: string;
}

export const voiceRecorded = defineRecord({
  type: 'throughline.coordination.voice-recorded.v1',
  data: VoiceRecorded,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    of: 'csc:N-1050',
    how: 'play',
    views: 'Puts the father doll outside and shuts the door',
  },
  summary: (r) => `Voice recorded (${inWords(r.data.how)})`,
});
