export * from './child-removed-support';
