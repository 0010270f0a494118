export * from './details-disagree';
