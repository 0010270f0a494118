export { type Actor, actorOf, isAuditor } from './actor';
export * from './callers';
export { type Action, type Basis, decide, type Decision, type Situation } from './decisions/decide';
export { maySeePart, maySeeRecord, type Sight } from './decisions/visible';
export { type Disclosure, DisclosureNotWritten, DisclosuresUnreachable } from './disclosures/disclosure';
export { Disclosures, type KeptDisclosure } from './disclosures/disclosures';
export { Door, type DoorParts, type Errand, Opened, Visit } from './door/door';
export { SEALED_ADDRESS, SealedLocations } from './door/sealed-locations';
export { recordOutline, type ShownRecord, shownData, shownDetails, type Showing, shownRecord } from './door/shown-record';
