export { BlindIndex, type BlindIndexKind } from './blind-index';
export { openBox, sealBox } from './box';
export { canonicalJson, LoneSurrogate, NotJson } from './canonical-json';
export { ContentDigest } from './content-digest';
export { NotAnInstant } from './exact-instant';
export { foldName, foldNameClosed, foldNhsNumber, foldPostcode, nameWithBirth } from './folding';
export {
  ERASED,
  KeyEpochChanged,
  KeyMissing,
  type Keyring,
  type KeyStore,
  KeysUnavailable,
  KeyUnreadable,
  type NumberedReference,
  type ReferenceKey,
} from './key-store';
export { type KeyToWrap, type MasterKey, MasterKeyUnfit, MasterKeyUnsafe, type WrappedKey } from './master-key';
export { type OpenedRecord, Opener, openParts, type Wanted } from './opener';
export { ATTRIBUTES, TextOfNobody } from './owned-parts';
export type { PublishedRecord } from './published-record';
export {
  type Anatomies,
  anatomyInCatalogue,
  type OwnedValues,
  type RecordAnatomy,
  type RecordData,
  UnknownRecordType,
} from './record-anatomy';
export { BrokenSeal, numberOfPart, openPart, type RecordIdentity, sealPart } from './sealed-part';
export { Sealer, type ToSeal } from './sealer';
export { ReferenceErased } from './sealing-keys';
