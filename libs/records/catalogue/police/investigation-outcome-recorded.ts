import { CommonData } from '../../common-data';
import { Identifier, OneOf, Optional, Part, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const INVESTIGATION_OUTCOMES = ['no-further-action', 'charged', 'cautioned', 'community-resolution', 'ongoing'] as const;

/** A domestic violence or domestic abuse protection notice, which police can give without the victim's consent. */
export class ProtectionNotice {
  /** Whether police considered a notice. */
  @YesNo()
  considered: boolean;

  /** Whether police gave or applied for one. */
  @YesNo()
  @Optional()
  applied?: boolean;

  /** Why not, where they considered one and left it. */
  @Text('protected')
  @Optional()
  justification?: string;
}

/** How an investigation of an incident ended, or that it goes on, and whether a protection notice was considered where nobody is charged. */
export class InvestigationOutcomeRecorded extends CommonData {
  /** The number of the incident, as it was recorded. */
  @Identifier()
  incidentNumber: string;

  /** How the investigation ended. ongoing: it has not. */
  @OneOf(INVESTIGATION_OUTCOMES)
  outcome: (typeof INVESTIGATION_OUTCOMES)[number];

  /** Why it ended so. */
  @Text('protected')
  @Optional()
  justification?: string;

  /** Whether a protection notice was considered. */
  @Part(() => ProtectionNotice)
  @Optional()
  protectionNotice?: ProtectionNotice;
}

export const investigationOutcomeRecorded = defineRecord({
  type: 'throughline.police.investigation-outcome-recorded.v1',
  data: InvestigationOutcomeRecorded,
  example: {
    people: [
      { ref: 'police:N-1042', role: 'victim' },
      { ref: 'police:N-1043', role: 'person-posing-risk' },
    ],
    incidentNumber: 'police-2024/1187',
    outcome: 'no-further-action',
    justification: 'No realistic prospect of conviction',
    protectionNotice: { considered: true, applied: false, justification: 'He is held on another matter' },
  },
  summary: (r) => `Police investigation: ${inWords(r.data.outcome)}`,
});
