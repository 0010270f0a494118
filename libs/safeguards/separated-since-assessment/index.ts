export * from './separated-since-assessment';
