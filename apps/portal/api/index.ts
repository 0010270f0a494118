export { type ChronologyItem, type CorrectedView, type RetractedView } from './reading/chronology-item';
export { acknowledgeAlert, closeAlert, type Closing, type Decided, readClosing } from './deciding/decide-alert';
export { findPeople, type FoundPeople, type FoundPerson, type PeopleAsked } from './reading/find-people';
export { type AlertsAsked, type AlertsPage, listAlerts } from './reading/list-alerts';
export { type DisclosuresAsked, type DisclosuresPage, type DisclosureView, listDisclosures } from './reading/list-disclosures';
export { type ChronologyAsked, type ChronologyPage, showChronology } from './reading/show-chronology';
export { type DetailsView, type PersonAsked, type PersonView, type RelationshipView, showPerson } from './reading/show-person';
export type { PortalParts, Reading } from './parts';
