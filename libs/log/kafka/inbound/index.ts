export { AgencyDoor, type AgencyDoorOptions, type DoorEvents } from './door';
export type { DoorState, InboundMessage, Rejection, TakeMessages } from './port';
