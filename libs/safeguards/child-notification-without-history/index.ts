export * from './child-notification-without-history';
