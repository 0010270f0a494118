export const HEALTH_SETTINGS = [
  'gp',
  'emergency-department',
  'maternity',
  'mental-health',
  'health-visiting',
  'school-nursing',
  'ambulance',
  'other',
] as const;
export type HealthSetting = (typeof HEALTH_SETTINGS)[number];
