export * from './person-posing-risk-unassessed';
