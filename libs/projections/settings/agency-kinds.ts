/** What an agency may be; a service of the catalogue is given by an agency of its kind (`kindGiving`). */
export const AGENCY_KINDS = [
  ...['police', 'childrens-social-care', 'adult-social-care', 'mash', 'marac', 'housing', 'sanctuary', 'idva', 'specialist-da'],
  ...['gp', 'hospital', 'community-health', 'mental-health', 'education', 'probation', 'cps', 'substance-misuse'],
  ...['perpetrator-programme', 'community-safety', 'other'],
] as const;
