export * from './nothing-asked-of-person-posing-risk';
